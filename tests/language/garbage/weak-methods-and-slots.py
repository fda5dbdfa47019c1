# weak methods and slots
import weakref


class A:
    __slots__ = ("x", "__weakref__")

    def m(self):
        return "m"


class B:
    __slots__ = ("x",)


a = A()
print(weakref.ref(a)() is a)  # expect: True
try:
    weakref.ref(B())
except TypeError as e:
    print(e)  # expect: cannot create weak reference to 'B' object
wm = weakref.WeakMethod(a.m)
print(wm()())  # expect: m
del a
print(wm())  # expect: None
