# functools total ordering and wraps
import functools


@functools.total_ordering
class V:
    def __init__(self, v):
        self.v = v

    def __eq__(self, o):
        return self.v == o.v

    def __lt__(self, o):
        return self.v < o.v


print(V(1) <= V(2), V(2) >= V(2), V(3) > V(1), sorted([V(2), V(1)])[0].v, max(V(1), V(9)).v)
# expect: True True True 1 9


def deco(f):
    @functools.wraps(f)
    def w(*a):
        "wrapper doc"
        return f(*a)
    return w


@deco
def named(x):
    "original doc"
    return x


print(named.__name__, named.__doc__, named.__wrapped__(3), functools.reduce(int.__add__, [1, 2, 3]), functools.cmp_to_key(lambda a, b: b - a)(1) < functools.cmp_to_key(lambda a, b: b - a)(0))
# expect: named original doc 3 6 True
