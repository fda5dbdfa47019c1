# changing the class of an instance
class A:
    def who(self):
        return "A"


class B:
    def who(self):
        return "B"


a = A()
a.data = 1
a.__class__ = B
print(a.who(), a.data, isinstance(a, B), type(a).__name__)  # expect: B 1 True B


class S:
    __slots__ = ("q",)


try:
    a.__class__ = S
except TypeError as e:
    print(e)  # expect: __class__ assignment: 'S' object layout differs from 'B'
try:
    a.__class__ = int
except TypeError as e:
    print(e)  # expect: __class__ assignment only supported for mutable types or ModuleType subclasses
