# zip map and enumerate stop where cpython stops
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except BaseException as error:
        print(f"{type(error).__name__}: {error}")


def noisy(name, n):
    for i in range(n):
        print(name, i, end=" ")
        yield i


print(list(zip(noisy("a", 3), noisy("b", 2))))  # expect: a 0 b 0 a 1 b 1 a 2 [(0, 0), (1, 1)]
print(list(zip(noisy("a", 2), noisy("b", 3))))  # expect: a 0 b 0 a 1 b 1 [(0, 0), (1, 1)]
attempt(lambda: list(zip([1, 2], [1], strict=True)))
# expect: ValueError: zip() argument 2 is shorter than argument 1
attempt(lambda: list(zip([1], [1, 2], strict=True)))
# expect: ValueError: zip() argument 2 is longer than argument 1
attempt(lambda: list(zip([1], [1], [1, 2], strict=True)))
# expect: ValueError: zip() argument 3 is longer than arguments 1-2
print(list(map(lambda *a: a, noisy("a", 2), "xyz")))  # expect: a 0 a 1 [(0, 'x'), (1, 'y')]
attempt(lambda: list(map(lambda a: a, [1], [2])))
# expect: TypeError: <lambda>.<locals>.<lambda>() takes 1 positional argument but 2 were given
e = enumerate("ab", 2**63 - 1)
print(list(e), next(enumerate("x", -5)), list(enumerate([], 1)))
# expect: [(9223372036854775807, 'a'), (9223372036854775808, 'b')] (-5, 'x') []
f = filter(None, [0, 1, "", "x"])
print(list(f), list(filter(lambda x: x % 2, range(5))))  # expect: [1, 'x'] [1, 3]
class Boom:
    def __iter__(self): return self
    def __next__(self): raise KeyError("boom")
attempt(lambda: list(zip([1], Boom())))  # expect: KeyError: 'boom'
attempt(lambda: list(map(int, ["1", "x"])))  # expect: ValueError: invalid literal for int() with base 10: 'x'
attempt(lambda: any(x / 0 for x in [1]))  # expect: ZeroDivisionError: division by zero
print(any(noisy("any", 3)), all(noisy("all", 3)), sum(noisy("s", 3)), max(noisy("m", 3), default=0), min([], default="d"))
# expect: any 0 any 1 all 0 s 0 s 1 s 2 m 0 m 1 m 2 True False 3 2 d
attempt(max, [])  # expect: ValueError: max() iterable argument is empty
attempt(sum, ["a"])  # expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
attempt(lambda: sum([["a"]], []))  # expect: ['a']
attempt(reversed, {1})  # expect: TypeError: 'set' object is not reversible
print(list(reversed({1: 2, 3: 4}.items())), list(reversed(range(3))))  # expect: [(3, 4), (1, 2)] [2, 1, 0]
