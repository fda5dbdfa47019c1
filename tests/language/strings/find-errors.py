# find errors
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt("abc".index, "x")  # expect: ValueError: substring not found
attempt("abc".rindex, "x")  # expect: ValueError: substring not found
attempt("abc".find, 1)  # expect: TypeError: find() argument 1 must be str, not int
attempt(lambda: 1 in "abc")  # expect: TypeError: 'in <string>' requires string as left operand, not int
attempt("abc".find)  # expect: TypeError: find expected at least 1 argument, got 0
attempt("abc".count)  # expect: TypeError: count expected at least 1 argument, got 0
