# a cycle through every kind of container
import functools
import gc
import weakref
from collections import OrderedDict, defaultdict, deque

gc.disable()


class T:
    pass


def through(wrap):
    t = T()
    t.x = wrap(t)
    return weakref.ref(t)


class Slots:
    __slots__ = ("v", "__weakref__")

    def __init__(self, v):
        self.v = v


class Sub(list):
    pass


def gen(v):
    yield v


def started(v):
    g = gen(v)
    next(g)
    return g


wraps = {
    "list": lambda t: [t], "tuple": lambda t: (t,), "nested tuple": lambda t: ((t,), 1), "dict value": lambda t: {"k": t}, "dict key": lambda t: {t: 1}, "set": lambda t: {t}, "frozenset": lambda t: frozenset([t]),
    "lambda": lambda t: lambda: t, "default": lambda t: (lambda x=t: x), "generator": gen, "started generator": started, "slots": Slots, "list subclass": lambda t: Sub([t]), "list iterator": lambda t: iter([t]),
    "partial": lambda t: functools.partial(print, t), "deque": lambda t: deque([t]), "defaultdict": lambda t: defaultdict(int, a=t), "ordered": lambda t: OrderedDict(a=t), "bound method": lambda t: [t].append, "map": lambda t: map(str, [t]), "zip": lambda t: zip([t]), "enumerate": lambda t: enumerate([t]), "reversed": lambda t: reversed([t]), "dict view": lambda t: {"k": t}.values(), "slice": lambda t: slice(t), "property": lambda t: property(lambda s: t), "exception": lambda t: ValueError(t), "class": lambda t: type("C", (), {"t": t}), "coroutine cell": lambda t: (lambda: (lambda: t))(), "mapping proxy": lambda t: vars(type("D", (), {"t": t})), "memo": lambda t: functools.lru_cache(lambda: t), "super": lambda t: super(T, t), "dict items iterator": lambda t: iter({"k": t}.items()),
}
for name, wrap in wraps.items():
    r = through(wrap)
    if r() is None:
        print(name, "was not a cycle")
    gc.collect()
    if r() is not None:
        print(name, "leaks")
print(len(wraps), "kinds checked")  # expect: 33 kinds checked
