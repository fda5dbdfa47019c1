# zip forms
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


print(list(zip()), list(zip("ab")), list(zip("abc", [1, 2])), list(zip("ab", [1, 2], strict=True)), dict(zip("xy", (1, 2))), list(zip(*[(1, "a"), (2, "b")])))
# expect: [] [('a',), ('b',)] [('a', 1), ('b', 2)] [('a', 1), ('b', 2)] {'x': 1, 'y': 2} [(1, 2), ('a', 'b')]
attempt(lambda: list(zip("ab", [1], strict=True)))
# expect: ValueError: zip() argument 2 is shorter than argument 1
attempt(lambda: list(zip("a", [1, 2], strict=True)))
# expect: ValueError: zip() argument 2 is longer than argument 1
attempt(lambda: list(zip("ab", "ab", "a", strict=True)))
# expect: ValueError: zip() argument 3 is shorter than arguments 1-2
attempt(zip, 5)  # expect: TypeError: 'int' object is not iterable
attempt(zip, "a", 5)  # expect: TypeError: 'int' object is not iterable
attempt(lambda: zip("a", wrong=1))  # expect: TypeError: zip() got an unexpected keyword argument 'wrong'
