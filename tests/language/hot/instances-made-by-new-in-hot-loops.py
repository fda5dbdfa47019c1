# __new__ written in Python, of named tuples among them, in loops that get hot
import collections
import typing

Point = collections.namedtuple("Point", "x y")


class Pair(typing.NamedTuple):
    first: int
    second: float = 0.5

    def total(self):
        return self.first + self.second


def points(n):
    result, last = 0, None
    for i in range(n):
        p = Point(i, 2)
        x, y = p
        result += p.x * p.y + p[0] + p[-1] + x + y + len(p)
        if i % 97 == 0:
            last = p, p == (i, 2), p < (i, 3), p + (1,), hash(p) == hash((i, 2)), p._replace(y=9), isinstance(p, tuple)
    return result, last


print(points(300))
# expect: (181200, (Point(x=291, y=2), True, True, (291, 2, 1), True, Point(x=291, y=9), True))


def pairs(n):
    result, kept = 0, []
    for i in range(n):
        pair = Pair(i) if i % 3 else Pair(second=i, first=1)
        result += pair.total() + pair.second
        if i % 80 == 0:
            kept.append(pair)
    return result, kept


print(pairs(300))
# expect: (60000.0, [Pair(first=1, second=0), Pair(first=80, second=0.5), Pair(first=160, second=0.5), Pair(first=1, second=240)])


# The one of the last round is looked at in the next.
def neighbours(n):
    last, result = Point(0, 0), []
    for i in range(n):
        now = Point(i, last.x)
        if now.y - last.y > 1 or i == n - 1:
            result.append((last, now))
        last = now
    return result


print(neighbours(200))  # expect: [(Point(x=198, y=197), Point(x=199, y=198))]


def spread(a, b, *rest):
    return a * 10 + b + len(rest)


def star(n):
    return sum(spread(*Point(i, i + 1)) for i in range(n))


print(star(200))  # expect: 219100


# Numbers and other things take turns in the fields.
def mixed(n):
    seen = set()
    for i in range(n):
        value = i if i < n // 2 else float(i) if i < 3 * n // 4 else str(i)
        p = Point(value, [i])
        seen.add((type(p.x).__name__, type(p).__name__, p.y == [i]))
    return sorted(seen)


print(mixed(200))  # expect: [('float', 'Point', True), ('int', 'Point', True), ('str', 'Point', True)]


class Plain(tuple):
    pass


class Held(tuple):
    def __new__(cls, *items):
        return super().__new__(cls, items)

    def sum(self):
        return sum(self)


def subclasses(n):
    result = []
    for i in range(n):
        plain = tuple.__new__(Plain, (i, i))
        held = Held(i, 1, 2)
        if i % 50 == 0:
            plain.name = f"plain {i}"
            held.name = i
            result.append((plain.name, plain, type(plain).__name__, held.name + held.sum(), held.__dict__))
    return result


print(subclasses(120))
# expect: [('plain 0', (0, 0), 'Plain', 3, {'name': 0}), ('plain 50', (50, 50), 'Plain', 103, {'name': 50}), ('plain 100', (100, 100), 'Plain', 203, {'name': 100})]


class Made:
    def __new__(cls, value):
        self = super().__new__(cls)
        self.value = value
        return self


class Single:
    instance = None

    def __new__(cls):
        if cls.instance is None:
            cls.instance = object.__new__(cls)
        return cls.instance


class Both:
    def __new__(cls, value):
        return super().__new__(cls)

    def __init__(self, value):
        self.value = value


class Elsewhere:
    def __new__(cls, value):
        return [value] if value % 2 else None


def instances(n):
    result = 0
    for i in range(n):
        result += Made(i).value + Both(i).value + (Single() is Single.instance)
        other = Elsewhere(i)
        result += other[0] if other else 7
    return result


print(instances(250))  # expect: 79000


# An instance of another class gets the __init__ of that class if it derives from the one that was called.
class Base:
    def __new__(cls, n):
        return object.__new__(Derived if n % 2 else cls)


class Derived(Base):
    def __init__(self, n):
        self.n = n


def families(n):
    made = [Base(i) for i in range(n)]
    return sum(isinstance(m, Derived) and m.n for m in made), sorted({type(m).__name__ for m in made})


print(families(200))  # expect: (10000, ['Base', 'Derived'])


# What __new__ raises comes out of the call, and a loop in it may be left anywhere.
class Checked(tuple):
    def __new__(cls, a, b):
        if a % 60 == 59:
            raise ValueError(f"{a} {b}")
        for i in range(3):
            b += i
        return tuple.__new__(cls, (a, b))


def checked(n):
    errors, result = [], 0
    for i in range(n):
        try:
            result += Checked(i, b=i)[1]
        except ValueError as error:
            errors.append(str(error))
    return result, errors


print(checked(250))  # expect: (31267, ['59 59', '119 119', '179 179', '239 239'])
for arguments in ((), (1,), (1, 2, 3)):
    try:
        for _ in range(50):
            Point(1, 2)
        Point(*arguments)
    except TypeError as error:
        print(error)
# expect: Point.__new__() missing 2 required positional arguments: 'x' and 'y'
# expect: Point.__new__() missing 1 required positional argument: 'y'
# expect: Point.__new__() takes 3 positional arguments but 4 were given


# The class changes under the loop.
def changing(n):
    class Thing:
        def __new__(cls, v):
            return object.__new__(cls)

    seen = []
    for i in range(n):
        if i == n // 3:
            Thing.__init__ = lambda self, v: setattr(self, "v", v)
        if i == n // 2:
            Thing.__new__ = staticmethod(lambda cls, v: ("other", v % 2))
        if i == 2 * n // 3:
            Thing.__new__ = lambda cls, v: object.__new__(cls)
            Thing.__init__ = lambda self, v: None
        try:
            thing = Thing(i)
        except TypeError as error:
            thing = (str(error),)
        seen.append(thing if type(thing) is tuple else hasattr(thing, "v"))
    return [(entry, seen.count(entry)) for entry in dict.fromkeys(seen)]


print(changing(300))  # expect: [(False, 200), (True, 50), (('other', 0), 25), (('other', 1), 25)]


# A metaclass with a __call__ of its own comes first.
class Meta(type):
    calls = 0

    def __call__(cls, *args):
        Meta.calls += 1
        return super().__call__(*args)


class Counted(metaclass=Meta):
    def __new__(cls, n):
        return super().__new__(cls)


for i in range(150):
    Counted(i)
print(Meta.calls)  # expect: 150


# Arguments live as long as the call: an __init__ may still want them.
class Noted:
    log = []

    def __init__(self, name):
        self.name = name

    def __del__(self):
        Noted.log.append(self.name)


class Dropping:
    def __new__(cls, noted):
        del noted
        Noted.log.append("made")
        return object.__new__(cls)


class WithEnd(tuple):
    def __new__(cls, n):
        return tuple.__new__(cls, (n, n))

    def __del__(self):
        Noted.log.append(self[0])


def ends(n):
    for i in range(n):
        Dropping(Noted("argument"))
        Noted.log.append("then")
        WithEnd(1)
        Noted.log.append("last")


ends(100)
print(Noted.log[:5], Noted.log[:5] * 100 == Noted.log)  # expect: ['made', 'argument', 'then', 1, 'last'] True


# A tree of them, made and gone through by functions that call themselves.
Node = collections.namedtuple("Node", "left right value")


def build(depth, value):
    return None if depth == 0 else Node(build(depth - 1, value * 2), build(depth - 1, value * 2 + 1), value)


def total(node):
    return 0 if node is None else total(node.left) + total(node.right) + node.value


print(total(build(9, 1)))  # expect: 130816


# A loop in __new__, which is left again and again.
class Looping:
    def __new__(cls, *parts, **more):
        self = super().__new__(cls)
        self.parts = []
        for part in parts:
            if part % 2:
                self.parts.append(part)
            elif part > 90:
                break
        for name in more:
            self.parts.append(name)
        return self


def looping(n):
    return sum(len(Looping(i, i + 1, i * 7 % 100, 3, step=i).parts) for i in range(n))


print(looping(300))  # expect: 628
