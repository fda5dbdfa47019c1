# weakrefs in containers and finalizers
import weakref


class A:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"A{self.n}"


objects = [A(i) for i in range(3)]
values = weakref.WeakValueDictionary({o.n: o for o in objects})
keys = weakref.WeakKeyDictionary({o: o.n for o in objects})
group = weakref.WeakSet(objects)
proxy = weakref.proxy(objects[1])
finalize = weakref.finalize(objects[1], print, "finalized", 1)
print(sorted(values), len(keys), len(group), proxy.n, finalize.alive)  # expect: [0, 1, 2] 3 3 1 True
del objects[1]  # expect: finalized 1
print(sorted(values), sorted(keys.values()), len(group), finalize.alive, finalize())
# expect: [0, 2] [0, 2] 2 False None
try:
    proxy.n
except ReferenceError as error:
    print(error)  # expect: weakly-referenced object no longer exists
method = weakref.WeakMethod(objects[0].__repr__)
print(method()(), weakref.getweakrefcount(objects[0]) > 0)  # expect: A0 True
objects.clear()
print(dict(values), dict(keys), list(group), method())  # expect: {} {} [] None
