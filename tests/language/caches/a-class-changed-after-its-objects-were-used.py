# what is known of a class without its version is forgotten when hooks and descriptors are added to it or to a class above it
def look(o):
    return o.x


def put(o, v):
    o.x = v


class Base:
    pass


class Used(Base):
    def __init__(self):
        self.x = 1


def times(f, *args):
    for _ in range(300):
        result = f(*args)
    return result


u = Used()
print(times(look, u))  # expect: 1
Used.x = property(lambda self: "property")
print(times(look, u), u.__dict__)  # expect: property {'x': 1}
del Used.x
print(times(look, u))  # expect: 1
times(put, u, 2)
Base.__setattr__ = lambda self, name, value: object.__setattr__(self, name, [value])
times(put, u, 3)
print(u.x)  # expect: [3]
del Base.__setattr__
times(put, u, 4)
print(u.x)  # expect: 4
Base.__getattribute__ = lambda self, name: "asked " + name
print(times(look, u))  # expect: asked x
del Base.__getattribute__
print(times(look, u))  # expect: 4


class Slots:
    __slots__ = ("x",)


s = Slots()
s.x = 5
print(times(look, s))  # expect: 5
Slots.x = 6
print(times(look, s))  # expect: 6


class Meta(type):
    pass


class Made(metaclass=Meta):
    x = 7


print(times(look, Made))  # expect: 7
Meta.x = property(lambda cls: "of the metaclass")
print(times(look, Made))  # expect: of the metaclass
Meta.__getattribute__ = lambda cls, name: "metaclass asked"
print(times(look, Made))  # expect: metaclass asked
del Meta.__getattribute__, Meta.x
print(times(look, Made))  # expect: 7


class Descriptor:
    def __get__(self, instance, owner):
        return "got"


class Holder:
    x = Descriptor()


h = Holder()
h.__dict__["x"] = 8
print(times(look, h))  # expect: 8
Descriptor.__set__ = lambda self, instance, value: None
print(times(look, h))  # expect: got


def fresh(n):
    total = 0
    for i in range(n):

        class New:
            def __init__(self):
                self.x = i

        if i % 3 == 0:
            New.__getattr__ = lambda self, name: 100
        elif i % 3 == 1:
            New.__setattr__ = lambda self, name, value: object.__setattr__(self, name, -value)
        total += look(New()) + (getattr(New(), "y", 0))
    return total


print(fresh(60))  # expect: 2590


class One:
    x = 9


class Other:
    x = 10


class Moved(One):
    pass


m = Moved()
print(times(look, m))  # expect: 9
Moved.__bases__ = (Other,)
print(times(look, m))  # expect: 10
