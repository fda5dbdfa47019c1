# cycles of containers and closures
import gc
import weakref

gc.disable()


class T: pass


def make():
    t = T()

    def f():
        return f, t
    t.f = f
    t.l = [t]
    t.d = {"t": t}
    t.l.append(t.l)
    return weakref.ref(t)


r = make()
print(r() is not None)  # expect: True
gc.collect()
print(r() is None)  # expect: True
g = (x for x in [1])


def gen():
    me = yield
    yield me


it = gen()
next(it)
it.send(it)
w = weakref.ref(it)
del it
gc.collect()
print(w())  # expect: None
