# building and reading
a = [1, "two", 3.0, None, [4]]
print(a, len(a), a[0], a[-1], a[1:3], a[::-1], 3.0 in a, "x" not in a, list("abc"), list(range(3)), list(), list({1: 2}), [*a[:2], *"xy"])
# expect: [1, 'two', 3.0, None, [4]] 5 1 [4] ['two', 3.0] [[4], None, 3.0, 'two', 1] True True ['a', 'b', 'c'] [0, 1, 2] [] [1] [1, 'two', 'x', 'y']
