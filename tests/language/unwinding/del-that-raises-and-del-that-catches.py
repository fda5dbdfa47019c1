# del that raises and del that catches
import sys

sys.unraisablehook = lambda u: print("unraisable", type(u.exc_value).__name__, u.exc_value)


class D:
    def __del__(self):
        try:
            raise KeyError("inside")
        except KeyError as e:
            print("caught", e)
        raise ValueError("escapes")


def f():
    d = D()
    raise OSError("main")


try:
    f()
except OSError as e:
    print(e, e.__context__)
# expect: main None
# expect: caught 'inside'
# expect: unraisable ValueError escapes
print("goes on")  # expect: goes on
sys.unraisablehook = sys.__unraisablehook__
