# every parameter kind together
def f(a, b=2, /, c=3, *args, d, e=5, **kw):
    return a, b, c, args, d, e, sorted(kw.items())


print(f(1, d=4))  # expect: (1, 2, 3, (), 4, 5, [])
print(f(1, 20, 30, 40, 50, d=4, e=6, z=7))  # expect: (1, 20, 30, (40, 50), 4, 6, [('z', 7)])
print(f(1, d=4, a="kw", b="kw2"))  # expect: (1, 2, 3, (), 4, 5, [('a', 'kw'), ('b', 'kw2')])
print(f(*[1, 2, 3, 4], **{"d": 9, "q": 1}))  # expect: (1, 2, 3, (4,), 9, 5, [('q', 1)])
