# bad str and repr results
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


class Bad:
    def __repr__(self):
        return 5

    def __str__(self):
        return None


attempt(lambda: repr(Bad()))  # expect: TypeError: __repr__ returned non-string (type int)
attempt(lambda: str(Bad()))  # expect: TypeError: __str__ returned non-string (type NoneType)
attempt(lambda: f"{Bad()}")  # expect: TypeError: __str__ returned non-string (type NoneType)
attempt(lambda: "%s" % Bad())  # expect: TypeError: __str__ returned non-string (type NoneType)
attempt(lambda: [Bad()].__repr__())  # expect: TypeError: __repr__ returned non-string (type int)
