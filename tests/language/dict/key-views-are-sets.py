# key views are sets
a, b = {"x": 1, "y": 2, "z": 3}, {"y": 2, "z": 9}
print(sorted(a.keys() & b.keys()), sorted(a.keys() | {"q"}), sorted(a.keys() - b.keys()), sorted(a.keys() ^ ["x", "n"]))
# expect: ['y', 'z'] ['q', 'x', 'y', 'z'] ['x'] ['n', 'y', 'z']
print(sorted(a.items() & b.items()), a.keys() >= b.keys(), a.keys() == {"x", "y", "z"}, a.keys().isdisjoint([1]), {"x"} <= a.keys(), a.items() == {("x", 1), ("y", 2), ("z", 3)})
# expect: [('y', 2)] True True True True True
