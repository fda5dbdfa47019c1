# locals and globals
g = 1


def f(x):
    y = 2
    before = dict(locals())
    z = 3
    return before, sorted(locals()), globals()["g"]


print(f(5))  # expect: ({'x': 5, 'y': 2}, ['before', 'x', 'y', 'z'], 1)
locals()["dynamic"] = 9
print(dynamic, "g" in globals())  # expect: 9 True
