# weakref.proxy(x) is the same object while it lives; proxies count as references; a reference's __init__ checks its arguments
import gc
import weakref


class C:
    pass


class Iterable:
    __next__ = 3

    def __iter__(self):
        return iter([1, 2])


o = C()
print(weakref.proxy(o) is weakref.proxy(o))  # expect: True
p = weakref.proxy(o)
print(weakref.proxy(o) is p, weakref.proxy(o, None) is p, weakref.proxy(o, print) is p)
# expect: True True False
r = weakref.ref(o)
print(weakref.getweakrefcount(o), weakref.getweakrefs(o)[0] is r, weakref.getweakrefs(o)[1] is p)
# expect: 2 True True
q = weakref.proxy(o, lambda dead: print("dead", type(dead).__name__))
print(weakref.getweakrefcount(o), sorted(type(x).__name__ for x in weakref.getweakrefs(o)))
# expect: 3 ['ProxyType', 'ProxyType', 'ReferenceType']
del p, q
print(weakref.getweakrefcount(o))  # expect: 1
p = weakref.proxy(o)
q = weakref.proxy(o, lambda dead: print("dead", type(dead).__name__))
del o  # expect: dead ProxyType
gc.collect()
others = [C() for _ in range(50)]
proxies = [weakref.proxy(x) for x in others]
print(all(weakref.proxy(x) is y for x, y in zip(others, proxies)), weakref.proxy(others[0]) is p)
# expect: True False
del others[:]
again = [C() for _ in range(50)]
print(any(weakref.proxy(x) is y for x in again for y in proxies))  # expect: False
it = Iterable()
print(list(weakref.proxy(it)))  # expect: [1, 2]
for attempt in [
    lambda: next(weakref.proxy(it)), lambda: next(weakref.proxy(again[0])), lambda: p.x, lambda: hash(weakref.proxy(again[0])), lambda: weakref.proxy(3),
    lambda: weakref.ref.__init__(r), lambda: weakref.ref.__init__(r, 1, 2, 3), lambda: weakref.ref(it, None, 3),
]:
    try:
        print(attempt())
    except Exception as e:
        print(type(e).__name__, e)
# expect: TypeError 'int' object is not callable
# expect: TypeError Weakref proxy referenced a non-iterator 'C' object
# expect: ReferenceError weakly-referenced object no longer exists
# expect: TypeError unhashable type: 'weakref.ProxyType'
# expect: TypeError cannot create weak reference to 'int' object
# expect: TypeError __init__ expected at least 1 argument, got 0
# expect: TypeError __init__ expected at most 2 arguments, got 3
# expect: TypeError __new__ expected at most 2 arguments, got 3
