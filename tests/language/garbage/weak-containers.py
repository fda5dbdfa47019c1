# weak containers
import weakref


class K:
    def __init__(self, n):
        self.n = n


a, b = K(1), K(2)
d = weakref.WeakKeyDictionary({a: "a", b: "b"})
v = weakref.WeakValueDictionary(x=a, y=b)
s = weakref.WeakSet([a, b])
print(len(d), len(v), len(s), d[a], v["y"] is b)  # expect: 2 2 2 a True
del b
print(len(d), len(v), len(s), "y" in v, list(v))  # expect: 1 1 1 False ['x']
f = weakref.finalize(a, print, "finalized", "a")
print(f.alive)  # expect: True
del a  # expect: finalized a
print(f.alive, len(d), len(s))  # expect: False 0 0
