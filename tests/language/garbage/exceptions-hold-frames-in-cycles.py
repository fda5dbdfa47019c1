# exceptions hold frames in cycles
import gc
import weakref

gc.disable()


class T:
    pass


def f():
    t = T()
    ref = weakref.ref(t)
    try:
        raise ValueError
    except ValueError as e:
        saved = e
    return ref


r = f()
print(r() is not None)  # expect: True
gc.collect()
print(r() is None)  # expect: True


def g():
    t = T()
    ref = weakref.ref(t)
    try:
        raise ValueError
    except ValueError as e:
        pass
    return ref


print(g()() is None)  # expect: True
