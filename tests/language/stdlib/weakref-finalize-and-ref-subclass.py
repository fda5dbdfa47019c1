# weakref finalize and ref subclass
import weakref


class Ref(weakref.ref):
    def __init__(self, o, cb=None, tag=None):
        super().__init__(o, cb)
        self.tag = tag

    def __new__(cls, o, cb=None, tag=None):
        return super().__new__(cls, o, cb)


class O:
    pass


o = O()
r = Ref(o, lambda r: print("gone", r.tag), "T")
print(r() is o, hash(r) == hash(o))  # expect: True True
fin = weakref.finalize(o, lambda *a, **k: print("final", a, k), 1, x=2)
del o
# expect: final (1,) {'x': 2}
# expect: gone T
print(r(), fin.alive, fin())  # expect: None False None
