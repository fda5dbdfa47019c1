# mapping patterns take the rest as a dict
from collections import defaultdict, OrderedDict, Counter
def kind(x):
    match x:
        case {"type": "point", "x": x1, "y": y1}: return (x1, y1)
        case {"type": str(t), **rest}: return (t, rest)
        case {1: _, 1.5: _}: return "numbers"
        case {None: n, True: t}: return (n, t)
        case {}: return "any mapping"
        case _: return "other"


for x in ({"type": "point", "x": 1, "y": 2, "z": 3}, {"type": "line", "n": 2}, {"type": 5}, {1: 2, 1.5: 3}, {None: 1, 1: 2}, {}, [], OrderedDict(type="od"), Counter("a")):
    print(kind(x))
# expect: (1, 2)
# expect: ('line', {'n': 2})
# expect: any mapping
# expect: numbers
# expect: (1, 2)
# expect: any mapping
# expect: other
# expect: ('od', {})
# expect: any mapping
d = defaultdict(int)
match d:
    case {"missing": x}: print("made", x)
    case _: print("not made", dict(d))  # expect: not made {}
class Get(dict):
    def get(self, key, default=None):
        print("get", key)
        return super().get(key, default)
match Get(a=1):
    case {"a": a, "b": b}: print("both")
    case {"a": a}: print("a", a)
# expect: get a
# expect: a 1
try:
    exec("match {}:\n case {'a': 1, 'a': 2}: pass")
except SyntaxError as error:
    print(error.msg)  # expect: mapping pattern checks duplicate key ('a')
K = type("K", (), {"key": "a"})
try:
    match {"a": 1}:
        case {K.key: x, "a": y}: pass
except ValueError as error:
    print(error)
