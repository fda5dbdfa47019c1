# What mro() answers must suit the instances; assigning __bases__ asks it again, and puts everything back when it fails
class Devious(type):
    def mro(self):
        return [self, dict, object]


try:

    class X(metaclass=Devious):
        pass

except TypeError as e:
    print(e)  # expect: mro() returned base with unsuitable layout ('dict')


class Slots:
    __slots__ = ("a", "b")


class Other(type):
    extra = ()

    def mro(self):
        return (*type.mro(self)[:-1], *self.extra, object)


class A:
    x = "A"


class B:
    x = "B"


class C(A, metaclass=Other):
    pass


class D(C):
    pass


print([c.__name__ for c in D.__mro__])  # expect: ['D', 'C', 'A', 'object']
Other.extra = (Slots,)
try:
    C.__bases__ = (B,)
except TypeError as e:
    print(e)  # expect: mro() returned base with unsuitable layout ('Slots')
print(C.x, D.x, C.__bases__, [c.__name__ for c in C.__mro__], [c.__name__ for c in D.__mro__])
# expect: A A (<class '__main__.A'>,) ['C', 'A', 'object'] ['D', 'C', 'A', 'object']
Other.extra = (float,)
try:
    C.__bases__ = (B,)
except TypeError as e:
    print(e)  # expect: mro() returned base with unsuitable layout ('float')
Other.extra = (object.__class__.__base__,)
Other.extra = ()
C.__bases__ = (B,)
print(C.x, D.x, C.__bases__, [c.__name__ for c in C.__mro__], [c.__name__ for c in D.__mro__])
# expect: B B (<class '__main__.B'>,) ['C', 'B', 'object'] ['D', 'C', 'B', 'object']


class Base:
    pass


class Meta(Base, type):
    pass


class WithDict(metaclass=Meta):
    pass


for thing in (WithDict, __import__("types").ModuleType("m")):
    try:
        Base.__dict__["__dict__"].__set__(thing, {})
    except (AttributeError, TypeError) as e:
        print(type(e).__name__)
# expect: AttributeError
# expect: TypeError
