# building in every way
print({}, {"a": 1, "b": 2}, dict(a=1), dict([("x", 1), ("y", 2)]), dict({"k": 1}, z=2), dict(zip("ab", [1, 2])), {**{"a": 1}, "a": 2, **{"c": 3}}, dict.fromkeys("ab"), dict.fromkeys([1, 2], 0), {i: i * i for i in range(3)})
# expect: {} {'a': 1, 'b': 2} {'a': 1} {'x': 1, 'y': 2} {'k': 1, 'z': 2} {'a': 1, 'b': 2} {'a': 2, 'c': 3} {'a': None, 'b': None} {1: 0, 2: 0} {0: 0, 1: 1, 2: 4}
