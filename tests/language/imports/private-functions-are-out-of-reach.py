# what Krait's own Python code asks of the core is no module of programs, and nothing that they can look at leads to it
import gc
import importlib.util
import sys
import types

PRIVATE = "_krait"

try:
    __import__(PRIVATE)
except ModuleNotFoundError as error:
    print(error)  # expect: No module named '_krait'
print(PRIVATE in sys.modules, PRIVATE in sys.builtin_module_names, importlib.util.find_spec(PRIVATE))
# expect: False False None


def is_private(found):
    if isinstance(found, types.ModuleType):
        return found.__name__ == PRIVATE
    return isinstance(found, types.BuiltinFunctionType) and found.__module__ == PRIVATE


def neighbours(found):
    if isinstance(found, (tuple, list)):
        yield from found
    elif isinstance(found, dict):
        yield from found.values()
    for name in ("__globals__", "__closure__", "__defaults__", "__code__", "co_consts", "cell_contents", "__func__", "__self__"):
        try:
            yield getattr(found, name)
        except (AttributeError, ValueError):
            pass


import _collections, _csv, _functools, _json, _operator, _sre, _struct, decimal, itertools

found = []
for thing in [*gc.get_objects(), *gc.get_referents(gc.get_objects())]:
    found += [near for near in [thing, *neighbours(thing)] if is_private(near)]
print(len(found), [near for near in gc.get_referrers(sys) if is_private(near)])  # expect: 0 []

makes_cells = types.CellType()
makes_cells.cell_contents = makes_cells
print(gc.get_referents(makes_cells) == [makes_cells])  # expect: True


class Watched:
    def __hash__(self):
        frame = sys._getframe()
        while frame:
            for value in frame.f_globals.values():
                if is_private(value):
                    print("a frame leads to", value)
            frame = frame.f_back
        return 1

    __eq__ = object.__eq__


{Watched(): 1}, sorted([3, 1], key=lambda x: Watched().__hash__())

try:
    sys.version_info.__class__.__new__.__code__ = is_private.__code__
except (AttributeError, TypeError):
    print("a builtin's code stays")  # expect: a builtin's code stays
