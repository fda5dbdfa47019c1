# format must return text
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


class Bad:
    def __format__(self, spec):
        return 5


class NoSpec:
    pass


attempt(lambda: f"{Bad()}")  # expect: TypeError: __format__ must return a str, not int
attempt(lambda: format(Bad(), "x"))  # expect: TypeError: __format__ must return a str, not int
attempt(lambda: f"{NoSpec():x}")  # expect: TypeError: unsupported format string passed to NoSpec.__format__
attempt(lambda: format(1, 2))  # expect: TypeError: format() argument 2 must be str, not int
