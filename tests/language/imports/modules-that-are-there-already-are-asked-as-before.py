# import statements in functions: modules, packages, submodules, names that are missing, and an __import__ of one's own
import builtins
import sys
import types
def plain():
    import math
    return math
def dotted():
    import os.path
    return os
def named():
    from collections import OrderedDict, abc
    return OrderedDict, abc
def submodule():
    import collections.abc as c
    return c
print(plain() is sys.modules["math"], dotted() is sys.modules["os"], named()[1] is sys.modules["collections.abc"], submodule() is named()[1])
# expect: True True True True
made = types.ModuleType("made_up")
sys.modules["made_up"] = made
import made_up
print(made_up is made)  # expect: True
made.x = 1
from made_up import x
print(x)  # expect: 1
try:
    from made_up import y
except ImportError as error:
    print(error)  # expect: cannot import name 'y' from 'made_up' (unknown location)
sys.modules["made_up"] = None
try:
    import made_up
except ImportError as error:
    print(type(error).__name__, error)
# expect: ModuleNotFoundError import of made_up halted; None in sys.modules
sys.modules["made_up"] = 5
import made_up
print(made_up)  # expect: 5
del sys.modules["made_up"]
try:
    import made_up
except ImportError as error:
    print(type(error).__name__, error)  # expect: ModuleNotFoundError No module named 'made_up'
original = builtins.__import__
def noisy(name, *rest):
    print("import", name, rest[2:])
    return original(name, *rest)
builtins.__import__ = noisy
plain(), dotted(), named()
# expect: import math (None, 0)
# expect: import os.path (None, 0)
# expect: import collections (('OrderedDict', 'abc'), 0)
builtins.__import__ = original
print(__import__("os.path") is dotted(), __import__("os.path", fromlist=["join"]) is dotted().path)
# expect: True True
for arguments in (("",), ("math", None, None, (), -1), (5,), ("math", {}, {}, (), 1)):
    try:
        __import__(*arguments)
    except Exception as error:
        print(type(error).__name__, error)
# expect: ValueError Empty module name
# expect: ValueError level must be >= 0
# expect: TypeError module name must be a string
# expect: KeyError "'__name__' not in globals"
