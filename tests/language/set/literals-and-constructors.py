# literals and constructors
print({3, 1, 2} == {1, 2, 3}, set(), {1}, set([1, 1, 2]) == {1, 2}, len({1, 1.0, True}), sorted({*"hello"}), frozenset([1]), frozenset(), sorted({i % 3 for i in range(10)}))
# expect: True set() {1} True 1 ['e', 'h', 'l', 'o'] frozenset({1}) frozenset() [0, 1, 2]
