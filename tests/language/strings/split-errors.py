# split errors
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt("a".split, "")  # expect: ValueError: empty separator
attempt("a".split, 1)  # expect: TypeError: must be str or None, not int
attempt("a".rsplit, "")  # expect: ValueError: empty separator
attempt("a".partition, "")  # expect: ValueError: empty separator
attempt("a".split, ",", "1")  # expect: TypeError: 'str' object cannot be interpreted as an integer
