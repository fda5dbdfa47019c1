# one call site meets many kinds of callables
import functools
class C:
    def __init__(self, x=0):
        self.x = x

    def m(self, x):
        return ("m", x)

    @classmethod
    def c(cls, x):
        return ("c", cls.__name__, x)

    @staticmethod
    def s(x):
        return ("s", x)

    def __call__(self, x):
        return ("call", x)


def plain(x, y=1, *rest, **named):
    return (x, y, rest, named)


def gen(x):
    yield x


callables = [plain, C().m, C.c, C.s, C(), lambda x: -x, str, int, abs, functools.partial(plain, 5), C, gen, [].append, "a{}".format, len if False else bool]
for _ in range(30):
    results = [f(7) for f in callables]
print([r if not hasattr(r, "x") and not hasattr(r, "send") else type(r).__name__ for r in results])
# expect: [(7, 1, (), {}), ('m', 7), ('c', 'C', 7), ('s', 7), ('call', 7), -7, '7', 7, 7, (5, 7, (), {}), 'C', 'generator', None, 'a7', True]
