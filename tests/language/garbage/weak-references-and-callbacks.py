# weak references and callbacks
import weakref


class A:
    def __repr__(self):
        return "A!"


a = A()
r = weakref.ref(a, lambda ref: print("callback", ref() is None))
print(r() is a, weakref.getweakrefcount(a), r == weakref.ref(a), weakref.ref(a) is weakref.ref(a))
# expect: True 1 True True
del a  # expect: callback True
print(r(), r() is None)  # expect: None True
try:
    weakref.ref(5)
except TypeError as e:
    print(e)  # expect: cannot create weak reference to 'int' object
p = A()
proxy = weakref.proxy(p)
p.x = 5
print(proxy.x, repr(type(proxy).__name__))  # expect: 5 'ProxyType'
del p
try:
    proxy.x
except ReferenceError as e:
    print(e)  # expect: weakly-referenced object no longer exists
