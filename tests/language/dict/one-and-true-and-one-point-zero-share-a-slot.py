# one and true and one point zero share a slot
d = {1: "a"}
d[True] = "b"
d[1.0] = "c"
print(d, d[1], len({0: 1, False: 2, 0.0: 3}), {"1": 1, 1: 2})  # expect: {1: 'c'} c 1 {'1': 1, 1: 2}
