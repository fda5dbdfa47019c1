# one instruction that meets instances of many shapes, slots, class attributes, properties, modules and classes
import math
import string


class Plain:
    kind = "plain"
    count = 0

    def __init__(self, a):
        self.a = a
        self.value = a * 2

    def get(self):
        return self.value

    @staticmethod
    def twice(x):
        return 2 * x

    @classmethod
    def name(cls):
        return cls.__name__


class Reversed(Plain):
    def __init__(self, a):
        self.value = a * 3
        self.a = a


class Slotted:
    __slots__ = ("a", "value", "later")
    kind = "slotted"

    def __init__(self, a):
        self.a = a
        self.value = a * 5

    def get(self):
        return self.value + 1

    twice = staticmethod(lambda x: 2 * x + 1)

    @classmethod
    def name(cls):
        return cls.__name__


class Computed:
    kind = property(lambda self: "computed")
    a = 7

    def __init__(self, a):
        self.b = a

    @property
    def value(self):
        return self.b * 11

    def get(self):
        return self.value - 1

    twice = lambda self, x: x + self.b

    def name(self):
        return "computed"


class Many:
    kind = "many"

    def __init__(self, a):
        for i in range(20):
            setattr(self, "field%d" % i, i)
        self.a = a
        self.value = a * 13
        self.twice = lambda x: x * 22
        self.get = lambda: a
        self.name = lambda: "many"


class ListOf(list):
    kind = "list"
    twice = staticmethod(abs)

    def __init__(self, a):
        super().__init__([a])
        self.a = a
        self.value = a * 17

    def get(self):
        return self[0]

    def name(self):
        return type(self).__name__


def run(n):
    objects = [cls(i) for i, cls in enumerate([Plain, Reversed, Slotted, Computed, Many, ListOf])]
    total = 0
    names = {}
    for i in range(n):
        o = objects[i % 6]
        total += o.a + o.value + o.get() + o.twice(i)
        bound = o.get
        total += bound()
        key = o.name() + " " + o.kind
        names[key] = names.get(key, 0) + 1
        Plain.count += 1
        total += Plain.count + len(o.__class__.__name__)
        module = math if i % 2 else string
        total += len(module.__name__)
    print(total, names)


run(600)
# expect: 1119900 {'Plain plain': 100, 'Reversed plain': 100, 'Slotted slotted': 100, 'computed computed': 100, 'many many': 100, 'ListOf list': 100}


# attributes that come and go
class Growing:
    pass


def grow(n):
    out = 0
    for i in range(n):
        g = Growing()
        g.a = i
        if i % 3:
            g.b = i
        if i % 5 == 0:
            g.c = 1
        g.b = 2
        out += g.a + g.b + hasattr(g, "c")
    s = Slotted(1)
    for i in range(n):
        try:
            out += s.later
        except AttributeError as e:
            text = str(e)
        s.later = i
        if i % 7 == 0:
            del s.later
    return out, text


print(grow(400))  # expect: (148909, "'Slotted' object has no attribute 'later'")


# what a class gets or loses counts at once
class Base:
    def f(self):
        return "base"


class Derived(Base):
    pass


seen = []
d = Derived()
for i in range(300):
    seen.append(d.f())
    if i == 100:
        Derived.f = lambda self: "derived"
    if i == 150:
        del Derived.f
    if i == 200:
        Base.f = property(lambda self: lambda: "property")
    if i == 250:
        d.__dict__["f"] = lambda: "dict"
        Base.f = lambda self: "again"
print([(x, seen.count(x)) for x in dict.fromkeys(seen)])
# expect: [('base', 151), ('derived', 50), ('property', 50), ('dict', 49)]
