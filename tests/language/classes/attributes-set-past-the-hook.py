# object.__setattr__ sets attributes of objects whose class has a hook of its own
from dataclasses import dataclass, replace, FrozenInstanceError
@dataclass(frozen=True)
class Point:
    x: float
    y: float = 0.0
    def moved(self, dx): return Point(self.x + dx, self.y)
@dataclass(frozen=True, slots=True)
class Slotted:
    a: int
    b: object = None
@dataclass(frozen=True, order=True)
class Sub(Point):
    name: str = ""
def walk(n):
    p = Point(0.0, 1.0)
    for i in range(n): p = p.moved(0.5)
    return p
print(walk(300))  # expect: Point(x=150.0, y=1.0)
def sums(n):
    t = 0
    for i in range(n):
        s = Slotted(i, str)
        t += s.a + (s.b is str)
        q = Sub(i, 2.0, "q")
        t += q.x + len(q.name)
    return t
print(sums(300))  # expect: 90300
def refused(n):
    count = 0
    p = Point(1, 2)
    for i in range(n):
        try: p.x = i
        except FrozenInstanceError as e: count += str(e) == "cannot assign to field 'x'"
    return count, p
print(refused(200))  # expect: (200, Point(x=1, y=2))
class Hooked:
    def __init__(self): object.__setattr__(self, "log", [])
    def __setattr__(self, name, value):
        self.log.append(name)
        super().__setattr__(name, value)
def hooked(n):
    h = Hooked()
    for i in range(n):
        h.a = i
        object.__setattr__(h, "b", i * 2)
        object.__setattr__(h, "a", h.b + h.a)
    return h.a, h.b, len(h.log), sorted(vars(h))
print(hooked(200))  # expect: (597, 398, 200, ['a', 'b', 'log'])
class Described:
    @property
    def x(self): return self.__dict__.get("_x")
    @x.setter
    def x(self, v): self.__dict__["_x"] = v * 10
def described(n):
    d = Described()
    for i in range(n):
        object.__setattr__(d, "x", i)
        object.__setattr__(d, "y", i)
        if i == 150: Described.y = property(lambda self: "made")
    return d.x, d.y
try: print(described(150), described(200))
except AttributeError as e: print(e)  # expect: property '<lambda>' of 'Described' object has no setter
def names(n):
    h = Hooked()
    made = "".join(["a", "b"])
    for i in range(n):
        for name in ("ab", made, "c d", "a" + "bc"[0]): object.__setattr__(h, name, i)
    return sorted(vars(h).items())[:3]
print(names(100))  # expect: [('ab', 99), ('c d', 99), ('log', [])]
class NoDict:
    __slots__ = ("s",)
    def __setattr__(self, name, value): raise TypeError("no")
def slots(n):
    got = []
    for i in range(n):
        o = NoDict()
        object.__setattr__(o, "s", i)
        try: object.__setattr__(o, "t", i)
        except AttributeError as e: got.append(str(e)[:36])
        try: o.s = 3
        except TypeError as e: got.append(o.s)
    return len(got), got[-2:]
print(slots(100))  # expect: (200, ["'NoDict' object has no attribute 't'", 99])
class Noisy:
    def __del__(self): died.append(1)
died = []
def dies(n):
    h = Hooked()
    for i in range(n):
        object.__setattr__(h, "n", Noisy())
        if i == n - 1: print(len(died))
dies(100)  # expect: 99
print(len(died))  # expect: 100
def of_type(n):
    for i in range(n):
        try: object.__setattr__(int if i % 2 else Hooked, "zzz", 1)
        except TypeError as e: text = str(e)
    return text
print(of_type(100))  # expect: can't apply this __setattr__ to type object
def kinds(n):
    h = Hooked()
    for i in range(n):
        object.__setattr__(h, "v", i if i < 100 else i * 0.5 if i < 150 else str(i))
        if i in (99, 149, n - 1): print(h.v)
kinds(200)
# expect: 99
# expect: 74.5
# expect: 199
print(replace(Point(1, 2), y=5), hash(Point(1, 2)) == hash(Point(1, 2)))  # expect: Point(x=1, y=5) True
