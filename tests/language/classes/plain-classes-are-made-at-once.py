# a class of plain parts is made as one of odd parts is
import operator
import sys
import types


class Base:
    kept = 1


class Plain(Base):
    """What it says."""

    x = 1

    def __new__(cls):
        return super().__new__(cls)

    def __init_subclass__(cls, **keywords):
        print("below", cls.__name__, keywords)

    def __class_getitem__(cls, item):
        return cls.__name__, item

    @property
    def odd(self):
        return self.x

    def __eq__(self, other):
        return True


print(Plain.__mro__ == (Plain, Base, object), Plain.__bases__, Plain.__base__)
# expect: True (<class '__main__.Base'>,) <class '__main__.Base'>
print([k for k in vars(Plain) if k not in ("__static_attributes__", "__firstlineno__")])
# expect: ['__module__', '__doc__', 'x', '__new__', '__init_subclass__', '__class_getitem__', 'odd', '__eq__', '__hash__']
print([type(vars(Plain)[k]).__name__ for k in ("__new__", "__init_subclass__", "__class_getitem__", "odd")])
# expect: ['staticmethod', 'classmethod', 'classmethod', 'property']
print(Plain[3], Plain().odd, Plain.odd.__name__, Plain.__hash__, Plain.__doc__, Plain.__qualname__, Plain.__module__)
# expect: ('Plain', 3) 1 odd None What it says. Plain __main__
print(Base.__subclasses__() == [Plain])  # expect: True


class Below(Plain):
    pass
# expect: below Below {}


class Asked(Plain, flag=2):
    pass
# expect: below Asked {'flag': 2}


class Named:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)


class Holder:
    a = Named()
    add = operator.add
    len = len
    odd = property(lambda self: 1)
# expect: set_name Holder a


print(Holder().add(1, 2), Holder().len([1]))  # expect: 3 1


class Same:
    one = two = property(lambda self: 1)


print(Same.one.__name__)  # expect: two


def frame_names():
    frame = sys._getframe(1)
    names = []
    while frame is not None and frame.f_code.co_name != "<module>":
        names.append(frame.f_code.co_name)
        frame = frame.f_back
    return names


def outer():
    class Inner:
        seen = frame_names()
        where = __qualname__

    return Inner


print(outer().seen, outer().where, outer().__qualname__, outer() is outer())
# expect: ['Inner', 'outer'] outer.<locals>.Inner outer.<locals>.Inner False

try:

    class Bad:
        1 / 0
except ZeroDivisionError as error:
    trace = error.__traceback__
    names = []
    while trace:
        names.append(trace.tb_frame.f_code.co_name)
        trace = trace.tb_next
    print(names)  # expect: ['<module>', 'Bad']

for base in bool, type(None), types.FunctionType:
    try:

        class NotABase(base):
            pass
    except TypeError as error:
        print(error)
# expect: type 'bool' is not an acceptable base type
# expect: type 'NoneType' is not an acceptable base type
# expect: type 'function' is not an acceptable base type

try:
    type("null\0", (), {"__module__": "m"})
except ValueError as error:
    print(error)  # expect: type name must not contain null characters

try:

    class Lost:
        def f(self):
            return __class__

        __classcell__ = None
except TypeError as error:
    print(error)

print(type("Made", (Base,), {"__module__": "m", "f": lambda self: 5})().f())  # expect: 5
print(type("Made", (), {}).__module__, type("Made", (int,), {"__module__": "m"})(3) + 1)  # expect: __main__ 4


class Meta(type):
    def __new__(meta, name, bases, namespace, **keywords):
        print("new", name, keywords)
        return super().__new__(meta, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **keywords):
        print("init", name)
        super().__init__(name, bases, namespace)


class ByMeta(metaclass=Meta, k=1):
    y = 2
# expect: new ByMeta {'k': 1}
# expect: init ByMeta


class BelowMeta(ByMeta):
    pass
# expect: new BelowMeta {}
# expect: init BelowMeta


print(type(BelowMeta) is Meta, BelowMeta.y, BelowMeta.__mro__ == (BelowMeta, ByMeta, object))
# expect: True 2 True


class Ordering(type):
    def mro(cls):
        return [cls, Base, object]


class Ordered(metaclass=Ordering):
    pass


print(Ordered.__mro__ == (Ordered, Base, object), Ordered.kept)  # expect: True 1


class Mixed(Base, list):
    pass


print(Mixed([1]).kept, Mixed.__mro__ == (Mixed, Base, list, object))  # expect: 1 True


class Slotted:
    __slots__ = ("a",)


print(hasattr(Slotted(), "__dict__"), [hasattr(Base(), "__dict__"), hasattr(Base(), "__weakref__")])
# expect: False [True, True]


class Sized(tuple):
    pass


print(hasattr(Sized(), "__dict__"), hasattr(Sized(), "__weakref__"))  # expect: True False


class Annotated:
    a: int = 1
    b: "Annotated"


print(Annotated.__annotations__)  # expect: {'a': <class 'int'>, 'b': 'Annotated'}


class Key(str):
    pass


print(type(Key("Text"), (), {Key("k"): 1, "__module__": "m"}).__name__, type("Odd", (), {Key("k"): 1, "__module__": "m"}).k)
# expect: Text 1


def kept(count):
    made = []
    for i in range(count):

        class Local(Base):
            number = i

            def get(self):
                return self.number + super().kept

        made.append(Local)
    return sum(cls().get() for cls in made)


print(kept(300))  # expect: 45150
