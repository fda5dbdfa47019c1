# raise forms
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


def r(x):
    raise x


attempt(r, ValueError)  # expect-json: "ValueError: "
attempt(r, ValueError("msg"))  # expect: ValueError: msg
attempt(r, ValueError(1, 2))  # expect: ValueError: (1, 2)
attempt(r, 5)  # expect: TypeError: exceptions must derive from BaseException
attempt(r, "text")  # expect: TypeError: exceptions must derive from BaseException
attempt(r, int)  # expect: TypeError: exceptions must derive from BaseException
attempt(r, None)  # expect: TypeError: exceptions must derive from BaseException


class Odd(Exception):
    def __new__(cls):
        return 5


attempt(r, Odd)
# expect: TypeError: calling <class '__main__.Odd'> should have returned an instance of BaseException, not <class 'int'>
