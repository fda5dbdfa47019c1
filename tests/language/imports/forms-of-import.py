# forms of import
import math
import os.path
import collections.abc as cabc
from math import pi, sqrt as root
from itertools import (
    chain,
    count as counter,
)

print(math.pi == pi, root(16), os.path.basename("a/b"), cabc.Mapping.__name__, list(chain("a", "b")), next(counter(3)), __import__("sys").modules["math"] is math)
# expect: True 4.0 b Mapping ['a', 'b'] 3 True


def local():
    import string as s
    from random import Random
    return s.digits, Random.__name__


print(local(), "s" in globals())  # expect: ('0123456789', 'Random') False
