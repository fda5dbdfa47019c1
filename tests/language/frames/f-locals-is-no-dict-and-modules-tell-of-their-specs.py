# frame.f_locals: what it offers and what it refuses; the text of modules; exceptions whose __init__ is called again
import copy
import sys
import types
from importlib.machinery import ModuleSpec

m = types.ModuleType("foo")
m.__loader__ = 3
print(m)  # expect: <module 'foo' (3)>
m.__spec__ = ModuleSpec("bar", None)
print(m)  # expect: <module 'bar'>
m.__spec__ = ModuleSpec("bar", None, origin="o")
print(m)  # expect: <module 'bar' (o)>
m.__spec__ = ModuleSpec("bar", 4)
print(m)  # expect: <module 'bar' (4)>
m.__spec__.has_location = True
m.__spec__.origin = "p"
print(m, types.ModuleType("empty"))  # expect: <module 'bar' from 'p'> <module 'empty'>

e = ImportError("a", name="n", path="p")
e.__init__()
print(e.msg, e.name, e.path, e.args)  # expect: None None None ()
e = AttributeError("a", name="n", obj=3)
e.__init__("x")
print(e.name, e.obj, e.args)  # expect: None None ('x',)
e = NameError("a", name="n")
e.__init__()
print(e.name)  # expect: None


class Like:
    def __hash__(self):
        return hash("x")

    def __eq__(self, other):
        return other == "x"


def f():
    x = 1
    d = sys._getframe().f_locals
    print(reversed(d), hasattr(d, "clear"), hasattr(d, "popitem"))
    d[Like()] = 5
    print(x, d[Like()], Like() in d)
    for arguments in ((), (3,)):
        try:
            type(d)(*arguments)
        except TypeError as error:
            print("TypeError")
    try:
        copy.copy(d)
    except TypeError as error:
        print(error)
    d["itself"] = d
    print(repr(d["itself"]).count("{...}") > 0)
    try:
        d.pop("x")
    except ValueError as error:
        print(error)
    print(d.pop("nothing", 3))


f()
# expect: ['d', 'x'] False False
# expect: 5 5 True
# expect: TypeError
# expect: TypeError
# expect: cannot pickle 'FrameLocalsProxy' object
# expect: True
# expect: cannot remove local variables from FrameLocalsProxy
# expect: 3
