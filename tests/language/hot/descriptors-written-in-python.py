# __get__ and __set__ written in Python run in hot loops as they do elsewhere, exceptions and changes of their classes included
import enum


class Positive:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return instance.__dict__[self.name]

    def __set__(self, instance, value):
        if value < 0:
            raise ValueError(f"{self.name[1:]} is negative")
        instance.__dict__[self.name] = value


class Box:
    width = Positive()
    height = Positive()

    def __init__(self, width, height):
        self.width = width
        self.height = height


def areas(n):
    box = Box(1, 2)
    total = 0
    for i in range(n):
        box.width = i
        box.height += 1
        total += box.width * box.height
    return total


print(areas(300))  # expect: 9089600


def refused(n):
    box = Box(1, 1)
    seen = 0
    for i in range(n):
        try:
            box.width = 5 - i % 10
        except ValueError as e:
            seen += len(str(e))
    return seen, box.width


print(refused(300))  # expect: (2040, 0)


# what the object has by the name does not matter, until the descriptor stops being one of data
class Shown:
    def __get__(self, instance, owner=None):
        return "shown"

    def __set__(self, instance, value):
        instance.__dict__["x"] = value


class HasShown:
    x = Shown()


def look(o, n):
    return sorted({o.x for _ in range(n)})


o = HasShown()
o.x = "own"
print(look(o, 200), vars(o))  # expect: ['shown'] {'x': 'own'}
del Shown.__set__
print(look(o, 200))  # expect: ['own']
del o.x
print(look(o, 200))  # expect: ['shown']
Shown.__set__ = lambda self, instance, value: None
o.x = "lost"
print(look(o, 200), vars(o))  # expect: ['shown'] {}
Shown.__get__ = lambda self, instance, owner=None: type(instance).__name__
print(look(o, 200))  # expect: ['HasShown']
HasShown.x = Positive()
HasShown.x.name = "_x"
o.x = 3
print(look(o, 200))  # expect: [3]


# the third argument is the class of the object, not the one that has the descriptor
class Tells:
    def __get__(self, instance, owner):
        return owner.__name__

    def __set__(self, instance, value):
        raise AttributeError("not to be set")


class Base:
    who = Tells()


class Left(Base):
    pass


class Right(Base):
    def __getattr__(self, name):
        return "asked for " + name


def whose(n):
    seen = {}
    objects = (Left(), Right(), Base())
    for i in range(n):
        who = objects[i % 3].who
        seen[who] = seen.get(who, 0) + 1
    return seen


print(whose(300))  # expect: {'Left': 100, 'Right': 100, 'Base': 100}


class Fails:
    def __get__(self, instance, owner):
        raise AttributeError("fails")

    def __set__(self, instance, value):
        pass


Base.who = Fails()


def failing(o, n):
    seen = {}
    for i in range(n):
        try:
            who = o.who
        except AttributeError as e:
            who = str(e)
        seen[who] = seen.get(who, 0) + 1
    return seen


print(failing(Left(), 200), failing(Right(), 200))  # expect: {'fails': 200} {'asked for who': 200}


# members of enumerations, of ones that are ints, and properties of a metaclass
class Colour(enum.Enum):
    RED = 1
    GREEN = "g"


class Level(enum.IntEnum):
    LOW = 1
    HIGH = 2


class Meta(type):
    @property
    def label(cls):
        return "<" + cls.__name__ + ">"

    @label.setter
    def label(cls, value):
        cls.__name__ = value


class Named(metaclass=Meta):
    pass


def members(n):
    out = []
    for i in range(n):
        c = Colour.RED if i & 1 else Colour.GREEN
        level = Level.LOW if i % 3 else Level.HIGH
        out.append((c.value, c.name, level.value, level.name, level + 1))
        Named.label = "N" + str(i % 4)
        out.append(Named.label)
    return sorted(set(map(str, out)))


print(*members(300), sep="\n")
# expect: ('g', 'GREEN', 1, 'LOW', 2)
# expect: ('g', 'GREEN', 2, 'HIGH', 3)
# expect: (1, 'RED', 1, 'LOW', 2)
# expect: (1, 'RED', 2, 'HIGH', 3)
# expect: <N0>
# expect: <N1>
# expect: <N2>
# expect: <N3>
