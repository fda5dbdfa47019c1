# consumed by builtins
def g():
    yield from (3, 1, 2)


print(sorted(g()), list(map(str, g())), list(zip(g(), g())), max(g()), sum(g()), list(enumerate(g())), tuple(g()), {*g()} == {1, 2, 3}, 2 in g(), any(x > 2 for x in g()), [*g(), *g()], dict(zip(g(), "abc")), list(reversed(list(g()))))
# expect: [1, 2, 3] ['3', '1', '2'] [(3, 3), (1, 1), (2, 2)] 3 6 [(0, 3), (1, 1), (2, 2)] (3, 1, 2) True True True [3, 1, 2, 3, 1, 2] {3: 'a', 1: 'b', 2: 'c'} [2, 1, 3]
a, b, c = g()
first, *rest = g()
print(a, b, c, first, rest)  # expect: 3 1 2 3 [1, 2]
