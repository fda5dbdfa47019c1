# ordereddict moves and compares order
from collections import OrderedDict

o = OrderedDict(a=1, b=2, c=3)
o.move_to_end("a")
o.move_to_end("c", last=False)
print(o, list(o), o.popitem(last=False), o == {"b": 2, "a": 1}, o == OrderedDict(a=1, b=2), OrderedDict(b=2, a=1) == o)
# expect: OrderedDict({'b': 2, 'a': 1}) ['c', 'b', 'a'] ('c', 3) True False True
