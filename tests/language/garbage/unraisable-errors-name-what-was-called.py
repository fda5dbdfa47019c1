# unraisable errors name what was called
import sys
import weakref


def hook(unraisable):
    print(unraisable.exc_type.__name__, unraisable.exc_value, str(unraisable.err_msg).split(" at ")[0], unraisable.object)


sys.unraisablehook = hook


class D:
    def __del__(self):
        raise ValueError("in del")


D()  # expect: ValueError in del Exception ignored while calling deallocator <function D.__del__ None
target = type("T", (), {})()
ref = weakref.ref(target, lambda r: 1 / 0)
del target
# expect: ZeroDivisionError division by zero Exception ignored while calling weakref callback <function <lambda> None


def generator():
    try:
        yield 1
    finally:
        raise KeyError("closing")


g = generator()
next(g)
del g  # expect: KeyError 'closing' Exception ignored while closing generator <generator object generator None
