# a library module imported again is a new one
import gc
import importlib
import sys
import weakref

for name in ("graphlib", "colorsys", "numbers"):
    sys.modules.pop(name, None)
gc.collect()

def classes(module):
    return sorted(cls.__name__ for cls in object.__subclasses__() if getattr(cls, "__module__", "") == module)

print(classes("graphlib"))  # expect: []
print([o for o in gc.get_objects() if isinstance(o, type) and getattr(o, "__module__", "") == "graphlib"])
# expect: []
import graphlib
print(classes("graphlib"))  # expect: ['TopologicalSorter', '_NodeInfo']
print(graphlib.__spec__.name, graphlib.__loader__ is graphlib.__spec__.loader, graphlib.__spec__.origin == graphlib.__file__)
# expect: graphlib True True
print(getattr(graphlib.__spec__, "_initializing", False), graphlib.__package__ == "")  # expect: False True

first, sorter = graphlib, graphlib.TopologicalSorter
print(importlib.reload(graphlib) is first, graphlib.TopologicalSorter is sorter)  # expect: True False

sorter = graphlib.TopologicalSorter
del sys.modules["graphlib"]
import graphlib
print(graphlib is first, graphlib.TopologicalSorter is sorter)  # expect: False False

# Nothing else holds the old one.
gone = weakref.ref(sorter)
del first, sorter
gc.collect()
print(gone())  # expect: None
print(list(graphlib.TopologicalSorter({2: {1}}).static_order()))  # expect: [1, 2]

import numbers
print(importlib.import_module("numbers") is numbers, sys.modules["numbers"] is numbers)  # expect: True True
print(isinstance(3, numbers.Integral), issubclass(float, numbers.Real), isinstance("", numbers.Number))
# expect: True True False
