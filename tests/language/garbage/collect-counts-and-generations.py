# collect counts and generations
import gc

gc.collect()
gc.disable()


class N:
    pass


for _ in range(10):
    a, b = N(), N()
    a.b, b.a = b, a
del a, b
print(gc.collect() >= 20, gc.collect(), gc.garbage)  # expect: True 0 []
gc.freeze()
print(gc.get_freeze_count() >= 0)  # expect: True
gc.unfreeze()
gc.enable()
print(gc.isenabled(), gc.get_objects.__name__, [type(x).__name__ for x in gc.get_referents([1, "a"])])
# expect: True get_objects ['str', 'int']
