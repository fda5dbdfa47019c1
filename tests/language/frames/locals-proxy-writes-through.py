# locals proxy writes through
import sys


def f():
    x = 1
    frame = sys._getframe()
    frame.f_locals["x"] = 10
    frame.f_locals["extra"] = 5
    snapshot = locals()
    snapshot["x"] = 99
    return x, sorted(k for k in frame.f_locals if k != "frame"), snapshot["x"]


print(f())  # expect: (10, ['extra', 'snapshot', 'x'], 99)


def g():
    y = 1

    def h():
        return y
    sys._getframe().f_locals["y"] = 7
    return h(), y


print(g())  # expect: (7, 7)
