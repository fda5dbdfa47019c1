# subclasses of list, tuple and dict do in hot loops what their classes say, or what the builtin type does
from collections import namedtuple, defaultdict, deque, OrderedDict


class Stack(list):
    def push(self, x):
        self.append(x)

    def peek(self):
        return self[-1]


class Doubling(list):
    def __getitem__(self, i):
        return super().__getitem__(i) * 2

    def __len__(self):
        return 100

    def __iter__(self):
        return iter([7, 8])


class Missing(dict):
    def __missing__(self, key):
        if key > 50:
            raise KeyError(key)
        self[key] = key * 3
        return key * 3


class Logged(dict):
    log = 0

    def __setitem__(self, key, value):
        Logged.log += 1
        super().__setitem__(key, value)

    def __getitem__(self, key):
        return super().get(key, "none")


class Pair(tuple):
    __slots__ = ()

    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))


class Odd(Pair):
    def __iter__(self):
        return iter((10, 20))

    def __len__(self):
        return 7


Point = namedtuple("Point", "x y")


class Named(Point):
    @property
    def x(self):
        return self[0] + 1000


def stacks(n):
    s = Stack()
    total = 0
    for i in range(n):
        s.push(i)
        s[0] = i
        s[-1] += 1
        total += s.peek() + len(s) + s[0]
        if len(s) > 5:
            total += s.pop()
    return total, len(s)


print(stacks(500))  # expect: (378221, 5)


def sizes(objects):
    out = 0
    for o in objects:
        out = out * 3 + len(o) & 0xFFFFFF
    return out


def firsts(objects):
    out = []
    for o in objects:
        a, b = o
        out.append(a + b + o[0] + o[1])
    return out


lists = [Stack([1, 2]), Doubling([3, 4]), [5, 6], Pair(7, 8), Odd(1, 2), (9, 10), Point(11, 12), Named(1, 2), deque([1, 2])]
print(sizes(lists * 60))  # expect: 380216
print(firsts(lists * 60)[-9:])  # expect: [6, 29, 22, 30, 33, 38, 46, 6, 6]


def misses(d, keys):
    total = 0
    for k in keys:
        try:
            total += d[k]
        except KeyError as e:
            total += 10000 + e.args[0]
    return total


print(misses(Missing(), [i * 7 % 60 for i in range(400)]))  # expect: 628678
d = defaultdict(int, {1: 5})
print(misses(d, [i * 7 % 60 for i in range(400)]), len(d))  # expect: 30 60


def groups(n):
    d = defaultdict(list)
    for i in range(n):
        d[i % 5].append(i)
        d[-1 - i % 3].append(0)
    return {k: len(v) for k, v in d.items()}


print(groups(300))  # expect: {0: 60, -1: 100, 1: 60, -2: 100, 2: 60, -3: 100, 3: 60, 4: 60}
d.default_factory = None
print(misses(d, [70, 71, 3] * 50))  # expect: 1007050


def logged(n):
    d = Logged()
    for i in range(n):
        d[i & 3] = i
        if d[i & 7] == "none":
            d[9] = 1
    return sorted(d.items()), Logged.log


print(logged(200))  # expect: ([(0, 196), (1, 197), (2, 198), (3, 199), (9, 1)], 300)


def fields(points):
    s = 0
    for p in points:
        s += p.x * 2 + p.y
    return s


points = [Point(i, i + 1) for i in range(200)]
print(fields(points))  # expect: 59900
print(fields(points + [Named(1, 2)] * 50))  # expect: 160100
print(fields([Point("a" * 0 == "" and 1, 2.5)] * 100))  # expect: 450.0
Point.x = property(lambda self: -1)
print(fields(points))  # expect: 19700
short = tuple.__new__(Point, (1,))
try:
    fields([short] * 60)
except IndexError as e:
    print(e)  # expect: tuple index out of range


def swaps(points):
    s = 0
    for x, y in points:
        s += x - y * 2
    return s


print(swaps(points))  # expect: -20300

# the class changes under the loop
print(sizes([Stack([1, 2, 3])] * 100))  # expect: 13901240
Stack.__len__ = lambda self: 1
print(sizes([Stack([1, 2, 3])] * 100))  # expect: 10226152
del Stack.__len__
Stack.__getitem__ = lambda self, i: i
print(stacks(20))  # expect: (85, 5)


# getattr() with a name that is known
class Thing:
    kind = "thing"

    def __init__(self, v):
        self.v = v

    def method(self):
        return 1

    @property
    def twice(self):
        return self.v * 2


class Empty:
    def __getattr__(self, name):
        return name


def named(things):
    out = 0
    for t in things:
        out += len(str(getattr(t, "v"))) + len(getattr(t, "kind", "?")) + len(str(getattr(t, "twice", 0))) + (getattr(t, "nope", None) is None)
        out += getattr(t, "method")() if isinstance(t, Thing) else 5
    return out


things = [Thing(1), Thing(2.5), Thing("abc")] * 50
print(named(things))  # expect: 1900
print(named(things + [Empty()] * 20))  # expect: 2200
for t in things[:3]:
    t.kind = "own"
print(named(things))  # expect: 1600
