# code defaults and closure of a function change
def f(a, b=1, *, c=2):
    return a, b, c


def g(a, b=10, *, c=20):
    return "g", a, b, c


def call():
    return f(0)


for _ in range(50):
    call()
f.__defaults__ = (5,)
print(call())  # expect: (0, 5, 2)
f.__kwdefaults__ = {"c": 7}
print(call())  # expect: (0, 5, 7)
f.__code__ = g.__code__
print(call())  # expect: ('g', 0, 5, 7)
f.__defaults__ = None
try:
    call()
except TypeError as e:
    print(e)  # expect: f() missing 1 required positional argument: 'b'
