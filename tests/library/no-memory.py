# Operations that allocate in all sorts of places, each done over and over when there is hardly any memory left. Defines `outcomes`: how often which
# exception came out, and None for none. Nothing but MemoryError may.
import collections
import functools
import gc
import itertools
import re

CASES = []


def case(f):
    CASES.append(f)
    return f


class Hooked:
    def __init__(self, f, value=0):
        self.f = f
        self.value = value

    def __eq__(self, other):
        self.f()
        return bool(self.value)

    def __hash__(self):
        return 1

    def __lt__(self, other):
        self.f()
        return True

    def __index__(self):
        self.f()
        return self.value

    __len__ = __index__

    def __bool__(self):
        self.f()
        return bool(self.value)

    def __iter__(self):
        self.f()
        return iter([1, 2])

    def __add__(self, other):
        self.f()
        return self.value

    __radd__ = __add__

    def __repr__(self):
        self.f()
        return "hooked"

    def __getattr__(self, name):
        return name + "!"


def nothing():
    return [None]


@case
def items_by_index():
    items = [1, 2, 3]
    items[Hooked(nothing, 2)] = 5
    items.insert(Hooked(nothing, 2), 9)
    del items[Hooked(nothing, 1) : 3]
    return items[Hooked(nothing, 0)], items * Hooked(nothing, 2), bytearray(b"abc")[Hooked(nothing, 1)]


@case
def sequences():
    items = [*Hooked(nothing), *range(3)]
    items.extend(str(x) for x in range(20))
    first, *rest = items
    return sorted(map(str, rest), reverse=True), tuple(items), items + rest, rest[::2], list(reversed(rest))


@case
def mappings():
    table = {Hooked(nothing): 1, "a": 2}
    table[Hooked(nothing, 1)] = 3
    table.update({str(i): i for i in range(20)})
    table.setdefault("x", []).append(1)
    return {**table}, dict(zip("abc", range(3))), collections.Counter("abracadabra"), collections.ChainMap({}, table)["a"]


@case
def sets():
    return {Hooked(nothing), 1, 2} | set(range(30)), frozenset("abc") & {"a"}, {1, 2}.symmetric_difference(range(9))


@case
def texts():
    return f"{Hooked(nothing)!r:>10} {1.5:.3f}", "%s %r" % (1, Hooked(nothing)), ",".join(str(i) for i in range(9)), "a,b".split(","), "äb€".encode().decode()


@case
def numbers():
    return 3**90 // 7, int("9" * 40), hex(2**80), Hooked(nothing, 4) + 1, sum([0.5] * 9, Hooked(nothing)), divmod(-(2**70), 3)


@case
def classes():
    class A:
        __slots__ = ("x",)

        def __init__(self):
            self.x = [self.y]

        @property
        def y(self):
            return super().__repr__()

    class B(A):
        z = property(lambda self: Hooked(nothing).w)

    return A().x, B().z, type("C", (B,), {"a": 1})().a, getattr(Hooked(nothing), "b")


@case
def generators():
    def inner(n):
        for i in range(n):
            try:
                yield [i]
            except ValueError:
                yield None

    def outer():
        yield from inner(5)
        return "end"

    g = outer()
    next(g)
    g.throw(ValueError)
    return list(g), [x for x in inner(3)], list(itertools.accumulate(range(5), lambda a, b: a + b)), list(itertools.product("ab", repeat=2))


@case
def exceptions():
    out = []
    for i in range(3):
        try:
            try:
                [][i]
            except IndexError as e:
                raise KeyError(i) from e
        except KeyError as e:
            out.append((e.__cause__.args, e.__traceback__.tb_lineno))
    return out


@case
def calls():
    def f(a, *more, key=None, **others):
        return a, more, key, others

    bound = functools.partial(f, 1, key=2)
    return bound(2, z=3), f(*range(5), **{"q": 1}), [].append, functools.reduce(lambda a, b: [a, b], range(4)), (lambda: (yield))()


@case
def searches():
    return re.sub("(a)(b)?", lambda m: m[1] + "x", "abaab"), re.findall(r"\w+", "one two"), re.compile("x(?P<n>.)").match("xy").groupdict()


@case
def closures():
    def counter():
        n = [0]

        def up():
            nonlocal n
            n = n + [len(n)]
            return n

        return up

    up = counter()
    return up(), up(), [f() for f in [lambda i=i: i for i in range(3)]]


for f in CASES:
    for _ in range(12):
        f()

held = [None] * 200_000
outcomes = {}
turn = n = i = room = step = 0
what = f = size = None
gc.collect()


def fill():
    n = 0
    for size in (40_000, 9000, 2000, 900, 500, 300, 200, 150, 100, 84, 68, 52, 44, 36, 28, 20, 12, 4):
        try:
            while True:
                held[n] = bytes(size)
                n += 1
        except MemoryError:
            pass
    return n


def again(n):
    for i in range(n):
        held[i] = None


for turn in range(24):
    for f in CASES:
        n = fill()
        room, step = (0, 1, 2, 3, 5, 8, 20, 60)[turn % 8], (1, 7, 61)[turn // 8]
        for i in range(max(0, n - room * step), n, step):
            held[i] = None
        try:
            f()
            what = None
        except BaseException as e:
            what = type(e).__name__
        again(n)
        outcomes[what] = outcomes.get(what, 0) + 1
