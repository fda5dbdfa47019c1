# getframe walks the stack
import sys


def inner():
    f = sys._getframe()
    names = []
    while f and f.f_code.co_name != "<module>":
        names.append((f.f_code.co_name, f.f_lineno))
        f = f.f_back
    return names, sys._getframe(1).f_code.co_name


def outer():
    return inner()


print(outer())  # expect: ([('inner', 9), ('outer', 15)], 'outer')
try:
    sys._getframe(10000)
except ValueError as e:
    print(e)  # expect: call stack is not deep enough
