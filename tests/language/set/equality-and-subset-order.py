# equality and subset order
print({1, 2} == {2, 1}, {1} == frozenset({1}), {1} != [1], {1} < {1, 2}, {1, 2} < {1, 2}, {1, 2} <= {1, 2}, {1} < {2}, {2} < {1}, set() <= set())
# expect: True True True True False True False False True
