# unpacking targets
pairs = [(1, (2, 3)), (4, (5, 6))]
print([a + b + c for a, (b, c) in pairs], [first for first, *_ in ["abc", "de"]], {k: v for (k, v) in zip("ab", [1, 2])})
# expect: [6, 15] ['a', 'd'] {'a': 1, 'b': 2}


class Box:
    pass


box = Box()
[None for box.value in range(3)]
d = {}
[None for d["k"] in "xyz"]
print(box.value, d)  # expect: 2 {'k': 'z'}
