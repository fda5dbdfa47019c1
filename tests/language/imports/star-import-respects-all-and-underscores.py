# star import respects all and underscores
import sys
import types

m = types.ModuleType("fake_mod")
m.a, m._b, m.c = 1, 2, 3
sys.modules["fake_mod"] = m
ns = {}
exec("from fake_mod import *", ns)
print(sorted(k for k in ns if not k.startswith("__")))  # expect: ['a', 'c']
m.__all__ = ["_b", "c"]
ns = {}
exec("from fake_mod import *", ns)
print(sorted(k for k in ns if not k.startswith("__")))  # expect: ['_b', 'c']
m.__all__ = ["missing"]
try:
    exec("from fake_mod import *", {})
except AttributeError as e:
    print(e)  # expect: module 'fake_mod' has no attribute 'missing'
del sys.modules["fake_mod"]
