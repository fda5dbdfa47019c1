# Special methods that are made by a descriptor of the program's own, and builtins that stand for other special methods
import sys
import math


def t(name, f, *a):
    try:
        print(name, f(*a))
    except BaseException as e:
        print(name, type(e).__name__, e)


class SpecialDescr:
    def __init__(self, impl):
        self.impl = impl

    def __get__(self, obj, owner):
        print("get", end=" ")
        return self.impl.__get__(obj, owner)


class ErrDescr:
    def __get__(self, obj, owner):
        raise KeyError("k")


def num(self, k):
    return 15


def dm(x):
    class D(type(x), dict):
        pass

    return D()["y"]


for name, runner, impl in [
    ("__reversed__", reversed, lambda self: []),
    ("__missing__", dm, num),
    ("__getattr__", lambda x: x.foo, num),
    ("__getattribute__", lambda x: x.foo, num),
    ("__abs__", abs, lambda self: 0),
    ("__setattr__", lambda x: setattr(x, "a", 2), lambda s, a, b: None),
    ("__delattr__", lambda x: delattr(x, "a"), num),
    ("__len__", len, lambda s: 3),
    ("__call__", lambda x: x(1), num),
]:
    t(name, runner, type("X", (), {name: SpecialDescr(impl)})())
    t(name, runner, type("X", (), {name: ErrDescr()})())
# expect: get __reversed__ []
# expect: __reversed__ KeyError 'k'
# expect: get __missing__ 15
# expect: __missing__ KeyError 'k'
# expect: get __getattr__ 15
# expect: __getattr__ KeyError 'k'
# expect: get __getattribute__ 15
# expect: __getattribute__ KeyError 'k'
# expect: get __abs__ 0
# expect: __abs__ KeyError 'k'
# expect: get __setattr__ None
# expect: __setattr__ KeyError 'k'
# expect: get __delattr__ None
# expect: __delattr__ KeyError 'k'
# expect: get __len__ 3
# expect: __len__ KeyError 'k'
# expect: get __call__ 15
# expect: __call__ KeyError 'k'


class Descriptor(object):
    counter = 0
    def __get__(self, obj, objtype=None):
        def getter(name):
            self.counter += 1
            raise AttributeError(name)
        return getter
descr = Descriptor()
class A(object): __getattribute__ = descr
class B(object): __getattr__ = descr
class C(object):
    __getattribute__ = descr
    __getattr__ = descr
for K in A, B, C:
    t(K, getattr, K(), "attr"); print(descr.counter)
# expect: <class '__main__.A'> AttributeError attr
# expect: 1
# expect: <class '__main__.B'> AttributeError attr
# expect: 2
# expect: <class '__main__.C'> AttributeError attr
# expect: 4
class X(dict):
    __setattr__ = dict.__setitem__
    __neg__ = dict.copy
x = X(); x.y = 42; t('mix', lambda: (x["y"], -x))  # expect: mix (42, {'y': 42})
class A:
    def meth(self): return self
class B: pass
a = A(); b = B(); b.meth = a.meth.__get__(b, B); print(b.meth() is a)  # expect: True
