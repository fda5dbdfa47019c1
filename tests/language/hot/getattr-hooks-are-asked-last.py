# a class with __getattr__: what its objects have is found as ever, in hot loops too, and only what they lack is asked for
class Proxy:
    kind = "proxy"

    def __init__(self, target):
        self._target = target

    def __getattr__(self, name):
        return getattr(self._target, name)

    def own(self, x):
        return x + 1

    @property
    def fails(self):
        raise AttributeError("fails")

    @property
    def works(self):
        return 5


class Target:
    def __init__(self):
        self.a = 1
        self.fails = "from the target"

    def method(self, x):
        return self.a + x

    @property
    def computed(self):
        return self.a * 10


def use(p, n):
    total = 0
    for i in range(n):
        total += p.a + p.method(i) + p.own(i) + p.works + p.computed
        if p.fails != "from the target" or p.kind != "proxy":
            total += 1000000
    return total


p = Proxy(Target())
print(use(p, 300))  # expect: 95100
# what the object gets comes before what it was asked for
p.a = 100
print(use(p, 300))  # expect: 124800
p.method = lambda x: 0
print(use(p, 300))  # expect: 79650
del p.method, p.a
print(use(p, 300))  # expect: 95100
# the class gets it
Proxy.a = 7
print(use(p, 300))  # expect: 96900
del Proxy.a
print(use(p, 300))  # expect: 95100


# another __getattr__, then none, then __getattribute__ besides
class Changing:
    def __init__(self):
        self.x = 1

    def __getattr__(self, name):
        return len(name)


def sums(o, n):
    total = 0
    for i in range(n):
        total += o.x + o.missing
    return total


o = Changing()
print(sums(o, 200))  # expect: 1600
Changing.__getattr__ = lambda self, name: -1
print(sums(o, 200))  # expect: 0
Changing.__getattribute__ = lambda self, name: 3 if name == "x" else object.__getattribute__(self, name)
print(sums(o, 200))  # expect: 400
Changing.__getattribute__ = lambda self, name: 4
print(sums(o, 200))  # expect: 1600
del Changing.__getattribute__
print(sums(o, 200))  # expect: 0
del Changing.__getattr__
try:
    sums(o, 200)
except AttributeError as e:
    print(e)  # expect: 'Changing' object has no attribute 'missing'
Changing.__getattr__ = lambda self, name: 10
print(sums(o, 200))  # expect: 2200


# __slots__: one that is not set is asked for
class Slotted:
    __slots__ = ("s",)

    def __getattr__(self, name):
        return "asked for " + name


def reads(o, n):
    return {o.s for _ in range(n)}


t = Slotted()
print(reads(t, 200))  # expect: {'asked for s'}
t.s = "set"
print(reads(t, 200))  # expect: {'set'}
del t.s
print(reads(t, 200))  # expect: {'asked for s'}


# exceptions of the hook, caught where the attribute was wanted
class Raising:
    def __getattr__(self, name):
        if name.startswith("no"):
            raise AttributeError(name)
        if name == "key":
            raise KeyError(name)
        return name

    def __repr__(self):
        return "Raising()"


def tries(o, n):
    seen = {}
    for i in range(n):
        for name in ("nothing", "something", "key"):
            try:
                if name == "nothing":
                    v = o.nothing
                elif name == "key":
                    v = o.key
                else:
                    v = o.something
            except (AttributeError, KeyError) as e:
                v = repr(e)
            seen[v] = seen.get(v, 0) + 1
        seen["has"] = seen.get("has", 0) + hasattr(o, "nope") + hasattr(o, "yes") + (getattr(o, "nope", 2) == 2)
    return seen


print(tries(Raising(), 150))
# expect: {"AttributeError('nothing')": 150, 'something': 150, "KeyError('key')": 150, 'has': 300}


# bound methods that getattr() makes die when they are let go of
class Counted:
    def m(self):
        return 1

    def __del__(self):
        print("gone")


def bound(n):
    c = Counted()
    total = 0
    for i in range(n):
        f = getattr(c, "m")
        total += f() + (f.__self__ is c)
    del f
    del c
    return total


print(bound(200))
# expect: gone
# expect: 400


# a hook in a base class, objects of two classes at one place, a hook that gets an attribute set on the way
class Base:
    def __getattr__(self, name):
        if name == "lazy":
            self.lazy = self.base
            return -1
        raise AttributeError(name)


class A(Base):
    base = 1


class B(Base):
    base = 2


def lazies(n):
    out = []
    for i in range(n):
        o = (A, B)[i & 1]()
        out.append((o.lazy, o.lazy))
    return sorted(set(out))


print(lazies(300))  # expect: [(-1, 1), (-1, 2)]
