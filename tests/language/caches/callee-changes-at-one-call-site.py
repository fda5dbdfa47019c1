# callee changes at one call site
def one(x):
    return x


def two(x, y=2):
    return x, y


def star(*a, **k):
    return a, k


def gen(x):
    yield x


class K:
    def __init__(self, x):
        self.x = x

    def __repr__(self):
        return f"K({self.x})"

    def m(self, x):
        return self.x, x


def call(f):
    return f(1)


fs = [one, two, star, K, K(5).m, str, lambda v: -v, [].append, int, type, range, "abc".index if False else abs, bool]
for _ in range(5):
    out = [call(f) for f in fs]
print(out, list(call(gen)))
# expect: [1, (1, 2), ((1,), {}), K(1), (5, 1), '1', -1, None, 1, <class 'int'>, range(0, 1), 1, True] [1]
try:
    call(lambda: 0)
except TypeError as e:
    print(e)  # expect: <lambda>() takes 0 positional arguments but 1 was given
try:
    call(5)
except TypeError as e:
    print(e)  # expect: 'int' object is not callable
