# arguments as cells
def f(a, b=2, *args, k, **kw):
    def g():
        nonlocal a, b
        a += 1
        b *= 2
        return a, b, args, k, kw
    a += 100
    return g


g = f(1, 3, 4, 5, k=6, z=7)
print(g(), g())  # expect: (102, 6, (4, 5), 6, {'z': 7}) (103, 12, (4, 5), 6, {'z': 7})
