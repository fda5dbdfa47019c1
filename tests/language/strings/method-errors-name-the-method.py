# method errors name the method
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(lambda: "a".upper(1))  # expect: TypeError: str.upper() takes no arguments (1 given)
attempt(lambda: "a".replace("b"))
# expect: TypeError: replace() takes at least 2 positional arguments (1 given)
attempt(lambda: "a".center())  # expect: TypeError: center expected at least 1 argument, got 0
attempt(lambda: "a".center(5, "ab"))
# expect: TypeError: The fill character must be exactly one character long
attempt(lambda: "a".zfill("x"))  # expect: TypeError: 'str' object cannot be interpreted as an integer
attempt(lambda: "a".nope)  # expect: AttributeError: 'str' object has no attribute 'nope'
attempt(lambda: str.upper(1))
# expect: TypeError: descriptor 'upper' for 'str' objects doesn't apply to a 'int' object
attempt(lambda: str.join())  # expect: TypeError: unbound method str.join() needs an argument
attempt(lambda: "abc" + 1)  # expect: TypeError: can only concatenate str (not "int") to str
attempt(lambda: "abc" - "b")  # expect: TypeError: unsupported operand type(s) for -: 'str' and 'str'
attempt(lambda: "3" * "3")  # expect: TypeError: can't multiply sequence by non-int of type 'str'
