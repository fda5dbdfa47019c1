# functools cached property and partial placeholder
# python: 3.14
import functools


class C:
    calls = 0

    @functools.cached_property
    def value(self):
        C.calls += 1
        return "v" * C.calls


c = C()
print(c.value, c.value, C.calls, c.__dict__)  # expect: v v 1 {'value': 'v'}
del c.value
print(c.value)  # expect: vv
p = functools.partial(print, "a", sep="-", end="!\n")
p("b")  # expect: a-b!
p("c", sep="+")  # expect: a+c!
print(repr(functools.partial(int, base=2)), functools.partial(divmod, functools.Placeholder, 3)(10))
# expect: functools.partial(<class 'int'>, base=2) (3, 1)
f = functools.partial(lambda *a, **k: (a, k), 1, x=2)
g = functools.partial(f, 3, y=4)
print(g(5, z=6), g.args, g.keywords)  # expect: ((1, 3, 5), {'x': 2, 'y': 4, 'z': 6}) (1, 3) {'x': 2, 'y': 4}
