# in calls and displays
print([*range(3), *"ab", *{1: 2}], (*[1], *()), {*[1, 2], *[2]} == {1, 2}, {**{"a": 1}, **{"b": 2}, "a": 3}, *[1, 2], sep=" ")
# expect: [0, 1, 2, 'a', 'b', 1] (1,) True {'a': 3, 'b': 2} 1 2
for a, *b in [(1, 2, 3), "xy"]:
    print(a, b)
# expect: 1 [2, 3]
# expect: x ['y']
for i, (x, y) in enumerate([(1, 2), (3, 4)]):
    print(i, x, y)
# expect: 0 1 2
# expect: 1 3 4
def f():
    return 1, *[2, 3]
print(f(), [(yield_, *rest) for yield_, *rest in ["ab"]])  # expect: (1, 2, 3) [('a', 'b')]
