# a metaclass's __call__ that asks type.__call__ by name takes nothing that it does not own
import sys


class Meta(type):
    def __call__(cls, *args, **kwargs):
        return type.__call__(cls, *args, **kwargs)


class Plain(metaclass=Meta):
    pass


class Other(metaclass=Meta):
    def __init__(self, a, b=2):
        self.sum = a + b


before = sys.getrefcount(Plain), sys.getrefcount(Other)
for i in range(300):
    Plain()
    made = Other(i, b=3)
print(made.sum)  # expect: 302
del made
print((sys.getrefcount(Plain), sys.getrefcount(Other)) == before)  # expect: True


def nothing():
    return "called"


class Method:
    def one(self):
        return "one"

    def two(self, x):
        return x


before = sys.getrefcount(nothing), sys.getrefcount(Method.one)
method = Method()
for i in range(300):
    text = nothing.__call__()
    text += method.one.__call__()
    text += method.two.__call__("x")
    text += type(nothing).__call__(nothing)
    text += Method.two.__call__(method, "y")
    text += str(len.__call__("abc"))
print(text)  # expect: calledonexcalledy3
print((sys.getrefcount(nothing), sys.getrefcount(Method.one)) == before)  # expect: True
try:
    type.__call__()
except TypeError as error:
    print(error)  # expect: descriptor '__call__' of 'type' object needs an argument
