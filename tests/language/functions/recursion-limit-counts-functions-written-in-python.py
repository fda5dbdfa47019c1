# What is written in C in CPython takes nothing from the recursion limit
import collections
import functools
import itertools
import operator
import sys

limit = sys.getrecursionlimit()
sys.setrecursionlimit(260)


@functools.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@functools.lru_cache(maxsize=500)
def down(n):
    return n if n < 2 else down(n - 1) + 1


@functools.lru_cache(maxsize=500, typed=True)
def named(*, n):
    return 0 if n == 0 else named(n=n - 1) + 1


print(fib(220) % 1000007, down(220), named(n=220))  # expect: 93087 220 220


def depth(way):
    deepest = 0

    def probe(k):
        nonlocal deepest
        deepest = k
        way(probe, k + 1)

    try:
        probe(1)
    except RecursionError as e:
        return deepest
    return None


class Hooked:
    def __init__(self, f):
        self.f = f

    def __getattr__(self, name):
        return self.f()

    def __eq__(self, other):
        return self.f()

    def __hash__(self):
        return self.f()


plain = depth(lambda p, k: p(k))
print(100 < plain < 130)  # expect: True
for name, way, frames in [
    ("partial", lambda p, k: functools.partial(p, k)(), 2),
    ("reduce", lambda p, k: functools.reduce(lambda a, b: p(k), [1, 2]), 3),
    ("sorted", lambda p, k: sorted([1], key=lambda x: p(k)), 3),
    ("map", lambda p, k: list(map(lambda x: p(k), [1])), 3),
    ("max", lambda p, k: max([1], key=lambda x: p(k)), 3),
    ("sum", lambda p, k: sum(p(k) for _ in [1]), 3),
    ("getattr", lambda p, k: Hooked(lambda: p(k)).name, 4),
    ("eq", lambda p, k: Hooked(lambda: p(k)) == 1, 4),
    ("hash", lambda p, k: {Hooked(lambda: p(k)): 1}, 4),
    ("attrgetter", lambda p, k: operator.attrgetter("x")(Hooked(lambda: p(k))), 4),
    ("accumulate", lambda p, k: list(itertools.accumulate([1, 2], lambda a, b: p(k))), 3),
    ("groupby", lambda p, k: list(itertools.groupby([1], lambda a: p(k))), 3),
    ("defaultdict", lambda p, k: collections.defaultdict(lambda: p(k))[1], 3),
    ("lru_cache", lambda p, k: functools.lru_cache(2)(p)(k), 2),
    ("cmp_to_key", lambda p, k: sorted([1, 2], key=functools.cmp_to_key(lambda a, b: p(k))), 3),
    ("deque", lambda p, k: collections.deque(p(k) for _ in [1]), 3),
    ("join", lambda p, k: "".join(p(k) for _ in [1]), 3),
]:
    found = [depth(way) for _ in range(4)]
    # Each round takes as many frames as there are functions of the program's.
    print(name, len(set(found)), abs(found[0] - plain * 2 // frames) <= 2)
# expect: partial 1 True
# expect: reduce 1 True
# expect: sorted 1 True
# expect: map 1 True
# expect: max 1 True
# expect: sum 1 True
# expect: getattr 1 True
# expect: eq 1 True
# expect: hash 1 True
# expect: attrgetter 1 True
# expect: accumulate 1 True
# expect: groupby 1 True
# expect: defaultdict 1 True
# expect: lru_cache 1 True
# expect: cmp_to_key 1 True
# expect: deque 1 True
# expect: join 1 True


def chain(n):
    yield n
    if n:
        yield from chain(n - 1)


def walk(n):
    return list(itertools.chain.from_iterable([chain(n), map(str, chain(n))]))


print(len(walk(200)))  # expect: 402
try:
    walk(400)
except RecursionError as e:
    print(type(e).__name__)  # expect: RecursionError
sys.setrecursionlimit(limit)
