# wrong argument types of methods
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(lambda: "a".join([1]))  # expect: TypeError: sequence item 0: expected str instance, int found
attempt(lambda: "a".split(5))  # expect: TypeError: must be str or None, not int
attempt(lambda: "abc".replace(1, 2))  # expect: TypeError: replace() argument 1 must be str, not int
attempt(lambda: "a".encode(5))  # expect: TypeError: encode() argument 'encoding' must be str, not int
attempt(lambda: [].extend(5))  # expect: TypeError: 'int' object is not iterable
attempt(lambda: {}.update(5))  # expect: TypeError: 'int' object is not iterable
attempt(lambda: set().update(5))  # expect: TypeError: 'int' object is not iterable
attempt(lambda: (1,).count())  # expect: TypeError: tuple.count() takes exactly one argument (0 given)
attempt(lambda: "a".startswith(5))
# expect: TypeError: startswith first arg must be str or a tuple of str, not int
attempt(lambda: b"a".find("a"))
# expect: TypeError: argument should be integer or bytes-like object, not 'str'
attempt(lambda: [1].index())  # expect: TypeError: index expected at least 1 argument, got 0
attempt(lambda: "x".center("y"))  # expect: TypeError: 'str' object cannot be interpreted as an integer
attempt(lambda: "a" "b".strip(5))  # expect: TypeError: strip arg must be None or str
attempt(lambda: {}.get())  # expect: TypeError: get expected at least 1 argument, got 0
attempt(lambda: {}.fromkeys(5))  # expect: TypeError: 'int' object is not iterable
attempt(lambda: set().add())  # expect: TypeError: set.add() takes exactly one argument (0 given)
attempt(lambda: int.from_bytes())  # expect: TypeError: from_bytes() missing required argument 'bytes' (pos 1)
attempt(lambda: list.append([]))  # expect: TypeError: list.append() takes exactly one argument (0 given)
attempt(lambda: list.append(5, 1))
# expect: TypeError: descriptor 'append' for 'list' objects doesn't apply to a 'int' object
attempt(lambda: dict.get([], 1))
# expect: TypeError: descriptor 'get' for 'dict' objects doesn't apply to a 'list' object
attempt(lambda: str.upper())  # expect: TypeError: unbound method str.upper() needs an argument
