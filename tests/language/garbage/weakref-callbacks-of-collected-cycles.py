# weakref callbacks of collected cycles
import gc
import weakref

gc.disable()


class N:
    pass


a = N()
a.me = a
outside = weakref.ref(a, lambda r: print("callback outside"))
a.inside = weakref.ref(a, lambda r: print("never: dies with the cycle"))
del a
gc.collect()  # expect: callback outside
print(outside() is None)  # expect: True
