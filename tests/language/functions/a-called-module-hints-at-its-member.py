# a module that is called has perhaps a member of its name that was meant
import copy
import pprint
import sys
import types


def attempt(f, *arguments):
    for _ in range(3):
        try:
            f(*arguments)
        except TypeError as e:
            print(e)


for module in (pprint, copy, sys, types.ModuleType("x")):
    attempt(module, 1)
# expect: 'module' object is not callable. Did you mean: 'pprint.pprint(...)'?
# expect: 'module' object is not callable. Did you mean: 'pprint.pprint(...)'?
# expect: 'module' object is not callable. Did you mean: 'pprint.pprint(...)'?
# expect: 'module' object is not callable. Did you mean: 'copy.copy(...)'?
# expect: 'module' object is not callable. Did you mean: 'copy.copy(...)'?
# expect: 'module' object is not callable. Did you mean: 'copy.copy(...)'?
# expect: 'module' object is not callable
# expect: 'module' object is not callable
# expect: 'module' object is not callable
# expect: 'module' object is not callable
# expect: 'module' object is not callable
# expect: 'module' object is not callable
m = types.ModuleType("x")
m.x = 3
attempt(m)
# expect: 'module' object is not callable
# expect: 'module' object is not callable
# expect: 'module' object is not callable
m.x = len
attempt(m, [])
# expect: 'module' object is not callable. Did you mean: 'x.x(...)'?
# expect: 'module' object is not callable. Did you mean: 'x.x(...)'?
# expect: 'module' object is not callable. Did you mean: 'x.x(...)'?
m.__name__ = "a.b"
attempt(m)
# expect: 'module' object is not callable
# expect: 'module' object is not callable
# expect: 'module' object is not callable
m.__name__ = 5
attempt(m)
# expect: 'module' object is not callable
# expect: 'module' object is not callable
# expect: 'module' object is not callable
del m.__name__
attempt(m)
# expect: 'module' object is not callable
# expect: 'module' object is not callable
# expect: 'module' object is not callable
