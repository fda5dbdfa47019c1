# classes are collected
import gc
import weakref


def make():
    class C:
        def m(self):
            return __class__
    c = C()
    c.m()
    return weakref.ref(C)


r = make()
gc.collect()
print(r() is None)  # expect: True


class Base:
    pass


subs = [type(f"S{i}", (Base,), {}) for i in range(5)]
print(len(Base.__subclasses__()), [s.__name__ for s in Base.__subclasses__()])
# expect: 5 ['S0', 'S1', 'S2', 'S3', 'S4']
del subs
gc.collect()
print(Base.__subclasses__())  # expect: []
