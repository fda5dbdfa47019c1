# small ints come out in order
print({3, 1, 2}, set(range(10)), {5, 0, 7}, frozenset({2, 1}), set([30, 10, 20]) == {10, 20, 30})
# expect: {1, 2, 3} {0, 1, 2, 3, 4, 5, 6, 7, 8, 9} {0, 5, 7} frozenset({1, 2}) True
