# class patterns take objects apart in hot loops as they do elsewhere, whatever changes meanwhile
class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Slotted:
    __slots__ = __match_args__ = ("a", "b")

    def __init__(self, a, b=None):
        self.a = a
        if b is not None:
            self.b = b


class Lazy:
    __match_args__ = ("value", "kind")
    kind = "lazy"

    def __init__(self, n):
        self.n = n

    @property
    def value(self):
        return self.n * 2


class Proxy:
    def __init__(self, names):
        self.names = names

    def __getattr__(self, name):
        if name in self.names:
            return name
        raise AttributeError(name)


class Pretender:
    @property
    def __class__(self):
        return Point

    x = 7
    y = 8


class Meta(type):
    asked = 0

    def __instancecheck__(cls, obj):
        Meta.asked += 1
        return isinstance(obj, int)


class Intish(metaclass=Meta):
    pass


class Pair(tuple):
    __match_args__ = ("first", "count")
    first = property(lambda self: self[0])


def kind(e):
    match e:
        case Intish() if not isinstance(e, bool):
            return "intish"
        case Point(0, 0):
            return "origin"
        case Point(x, y=0):
            return ("on x", x)
        case Point(x, y):
            return (x, y)
        case Slotted(a, b):
            return ("slots", a, b)
        case Slotted(a):
            return ("slot", a)
        case Lazy(v, k):
            return (k, v)
        case Proxy(left=l, right=r):
            return (l, r)
        case Proxy(left=l):
            return l
        case Pair(f, c):
            return (f, c(1))
        case bool(b):
            return ("bool", b)
        case str(s) | bytes(s):
            return len(s)
        case float(f) if f == f:
            return f
        case [Point(x=a), *rest]:
            return (a, len(rest))
        case {"p": Point(x=a), **more}:
            return (a, sorted(more))
        case None:
            return "none"
        case _:
            return "other"


things = [Point(0, 0), Point(3, 0), Point(1, 2), Slotted(1, 2), Slotted(5), Lazy(4), Proxy(("left", "right")), Proxy(("left",))]
things += [Proxy(()), Pair((9, 1)), True, 5, "abc", b"de", 2.5, float("nan"), [Point(6, 1), 1, 2], {"p": Point(8, 0), "q": 1}, None, Pretender()]
for round in range(60):
    out = [kind(e) for e in things]
print(out[:10])
# expect: ['origin', ('on x', 3), (1, 2), ('slots', 1, 2), ('slot', 5), ('lazy', 8), ('left', 'right'), 'left', 'other', (9, 1)]
print(out[10:])  # expect: [('bool', True), 'intish', 3, 2, 2.5, 'other', (6, 2), (8, ['q']), 'none', (7, 8)]
print(Meta.asked == 60 * len(things))  # expect: True


# the subject is made in the loop and seen by nobody else
def norm(n):
    total = 0
    for i in range(n):
        match Point(i, i % 3):
            case Point(x, 0):
                total += x
            case Point(x, 1):
                total -= 1
            case p:
                total += p.y
    return total


print(norm(2000))  # expect: 666998


# __match_args__, attributes and classes change under the loop
class Node:
    __match_args__ = ("left", "right")

    def __init__(self, left, right):
        self.left = left
        self.right = right


class Leaf(Node):
    pass


def total(nodes):
    s = 0
    for n in nodes:
        match n:
            case Leaf(l, r):
                s += l * 1000 + r
            case Node(l, r):
                s += l * 10 + r
    return s


nodes = [Node(1, 2), Leaf(3, 4), Node(5, 6)] * 40
print(total(nodes))  # expect: 122880
Node.__match_args__ = ("right", "left")
print(total(nodes))  # expect: 163560
Leaf.__match_args__ = ("left", "left2")
print(total(nodes))  # expect: 5160
Leaf.left2 = 5
print(total(nodes))  # expect: 123640
del Leaf.left2
Leaf.__match_args__ = ("left",)
try:
    total(nodes)
except TypeError as e:
    print(e)  # expect: Leaf() accepts 1 positional sub-pattern (2 given)
Leaf.__match_args__ = ("left", "left")
try:
    total(nodes)
except TypeError as e:
    print(e)  # expect: Leaf() got multiple sub-patterns for attribute 'left'
Leaf.__match_args__ = ["left", "right"]
try:
    total(nodes)
except TypeError as e:
    print(e)  # expect: Leaf.__match_args__ must be a tuple (got list)
del Leaf.__match_args__
print(total(nodes))  # expect: 163560
for n in nodes:
    n.__class__ = Leaf
print(total(nodes))  # expect: 480360
Node.right = property(lambda self: 70)
print(total(nodes))  # expect: 8400360


# isinstance says no of instances of classes too
class Shape:
    pass


class Round(Shape):
    pass


class Square(Shape):
    pass


def count(objects):
    c = 0
    for o in objects:
        if isinstance(o, Round):
            c += 1
        elif isinstance(o, (int, Square)):
            c += 100
        elif isinstance(o, Shape):
            c += 10000
    return c


objects = [Shape(), Round(), Square(), 5, "x"] * 50
print(count(objects))  # expect: 510050


class Claims(Shape):
    __class__ = property(lambda self: Round)


objects.extend([Claims()] * 50)
print(count(objects))  # expect: 510100
Square.__bases__ = (Round,)
print(count(objects))  # expect: 505150
Shape.__getattribute__ = lambda self, name: Round if name == "__class__" else object.__getattribute__(self, name)
print(count(objects))  # expect: 5200
