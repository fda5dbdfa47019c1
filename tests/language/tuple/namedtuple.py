# namedtuple
from collections import namedtuple

P = namedtuple("P", "x y z", defaults=[0])
p = P(1, y=2)
print(p, p.x, p[2], p._asdict(), p._replace(x=9), P._fields, P._make([4, 5, 6]), p == (1, 2, 0))
# expect: P(x=1, y=2, z=0) 1 0 {'x': 1, 'y': 2, 'z': 0} P(x=9, y=2, z=0) ('x', 'y', 'z') P(x=4, y=5, z=6) True
x, *rest = p
print(x, rest, P.__name__, P._field_defaults)  # expect: 1 [2, 0] P {'z': 0}
try:
    P(1)
except TypeError as e:
    print(e)  # expect: P.__new__() missing 1 required positional argument: 'y'
try:
    p.x = 5
except AttributeError as e:
    print(e)  # expect: can't set attribute
try:
    namedtuple("Q", "class")
except ValueError as e:
    print(e)  # expect: Type names and field names cannot be a keyword: 'class'
