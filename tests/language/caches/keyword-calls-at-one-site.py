# keyword calls at one site
def f(a, b=2, c=3):
    return a, b, c


def g(c, b, a):
    return "g", a, b, c


def h(**k):
    return k


class K:
    def __call__(self, a, *, b, c=0):
        return "K", a, b, c


def call(fn):
    return fn(a=1, b=5)


for _ in range(20):
    call(f)
print(call(f), call(h), call(K()))  # expect: (1, 5, 3) {'a': 1, 'b': 5} ('K', 1, 5, 0)
try:
    call(g)
except TypeError as e:
    print(e)  # expect: g() missing 1 required positional argument: 'c'
f.__kwdefaults__ = None
f.__defaults__ = (7, 8)
print(call(f))  # expect: (1, 5, 8)
