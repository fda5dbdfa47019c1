# T.__new__(C) of a builtin type refuses a class that is laid out otherwise; what was never initialised does no harm
import itertools
import collections


class L(list):
    pass


for t in (int, str, list, dict, classmethod, staticmethod, property, type, super, map, zip, enumerate, itertools.chain, collections.deque, bytearray, Exception):
    for c in (int if t is not int else str, L if t is not list else int, 5, object):
        try:
            t.__new__(c)
            print("made", t, c)
        except TypeError:
            pass
for t in (classmethod, staticmethod):
    o = t.__new__(t)
    for f in (lambda: o.__func__, lambda: o(1), lambda: o.__get__(1, int)(), lambda: o.__isabstractmethod__):
        try:
            f()
        except (TypeError, RuntimeError):
            pass
print("done")  # expect: done
