# repr of nested containers
print([1, "a", (2,), {"k": [None, True]}, {3}, frozenset({4}), b"x", 1.0, range(3), slice(1, 2), ...])
# expect: [1, 'a', (2,), {'k': [None, True]}, {3}, frozenset({4}), b'x', 1.0, range(0, 3), slice(1, 2, None), Ellipsis]
print((), (1,), [[]], {}, set(), frozenset(), {1: {2: {}}}, [(), [()]])
# expect: () (1,) [[]] {} set() frozenset() {1: {2: {}}} [(), [()]]
