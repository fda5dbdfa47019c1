# default arguments and code change under a hot call
def f(x, y=10):
    return x + y


def g(x, y=20):
    return x * y


out = []
for i in range(200):
    if i == 50:
        f.__defaults__ = (100,)
    if i == 100:
        f.__code__ = g.__code__
    if i == 150:
        f.__defaults__ = None
        f.__kwdefaults__ = None
    try:
        out.append(f(i % 2))
    except TypeError as error:
        out.append(str(error))
print(out[49], out[50], out[51], out[99], out[101], out[149], out[150])
# expect: 11 100 101 101 100 100 f() missing 1 required positional argument: 'y'
