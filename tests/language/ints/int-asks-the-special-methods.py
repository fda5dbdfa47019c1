# int asks the special methods
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


class Whole:
    def __int__(self):
        return 7


class Index:
    def __index__(self):
        return 9


class Bad:
    def __int__(self):
        return "7"


attempt(int, Whole())  # expect: 7
attempt(int, Index())  # expect: 9
attempt(int, Bad())  # expect: TypeError: __int__ returned non-int (type str)
attempt(lambda: [10, 20, 30][Index()])  # expect: IndexError: list index out of range
attempt(lambda: range(Index()))  # expect: range(0, 9)
attempt(lambda: hex(Index()))  # expect: '0x9'
attempt(lambda: "ab" * Whole())  # expect: TypeError: can't multiply sequence by non-int of type 'Whole'
