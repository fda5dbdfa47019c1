# bad truth methods are errors
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


class NotBool:
    def __bool__(self):
        return 1


class Negative:
    def __len__(self):
        return -1


class Text:
    def __len__(self):
        return "3"


attempt(bool, NotBool())  # expect: TypeError: __bool__ should return bool, returned int
attempt(bool, Negative())  # expect: ValueError: __len__() should return >= 0
attempt(bool, Text())  # expect: TypeError: 'str' object cannot be interpreted as an integer
attempt(lambda: 1 if NotBool() else 2)  # expect: TypeError: __bool__ should return bool, returned int
attempt(lambda: NotBool() and 3)  # expect: TypeError: __bool__ should return bool, returned int
