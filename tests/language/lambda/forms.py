# forms
print((lambda: 1)(), (lambda x, y=2, *a, k=3, **kw: (x, y, a, k, kw))(1, 5, 6, k=7, z=8), (lambda *, k: k)(k=1), (lambda a, /: a)(2))
# expect: 1 (1, 5, (6,), 7, {'z': 8}) 1 2
fs = [lambda x, n=n: x**n for n in range(4)]
print([f(3) for f in fs], (lambda: (lambda: "deep")())(), (lambda x: x if x > 0 else -x)(-4), (lambda f: f.__name__)(lambda: 0))
# expect: [1, 3, 9, 27] deep 4 <lambda>
