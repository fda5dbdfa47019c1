# enumerate forms
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


print(list(enumerate("ab")), list(enumerate([5], 10)), list(enumerate("ab", start=-1)), next(enumerate("x", 10**30)), list(enumerate([])))
# expect: [(0, 'a'), (1, 'b')] [(10, 5)] [(-1, 'a'), (0, 'b')] (1000000000000000000000000000000, 'x') []
e = enumerate("abc")
print(next(e), list(e), next(e, "end"), iter(e) is e)  # expect: (0, 'a') [(1, 'b'), (2, 'c')] end True
attempt(enumerate)  # expect: TypeError: enumerate() missing required argument 'iterable'
attempt(enumerate, 5)  # expect: TypeError: 'int' object is not iterable
attempt(enumerate, "a", "b")  # expect: TypeError: 'str' object cannot be interpreted as an integer
attempt(enumerate, "a", 1.5)  # expect: TypeError: 'float' object cannot be interpreted as an integer
