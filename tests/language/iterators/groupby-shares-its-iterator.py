# itertools.groupby: groups and the iterator they share, keys written in Python, errors of keys and comparisons, what groups may not do
import itertools
import weakref

g = itertools.groupby([1, 1, 2, 2, 3])
k, a = next(g)
print(k, next(a))  # expect: 1 1
k2, b = next(g)
print(list(a), k2, list(b), [k for k, _ in g])  # expect: [] 2 [2, 2] [3]


class K:
    compared = 0

    def __init__(self, v):
        self.v = v

    def __eq__(self, other):
        K.compared += 1
        if self.v == 13:
            raise ValueError("unlucky")
        return self.v == other.v


print([(k.v, len(list(g))) for k, g in itertools.groupby([K(1), K(1), K(2), K(2), K(1)])], K.compared)
# expect: [(1, 2), (2, 2), (1, 1)] 6
g = itertools.groupby([K(13), K(13)])
try:
    print([len(list(x)) for _, x in g])
except ValueError as e:
    print(e)  # expect: unlucky


def key(x):
    if x == 3:
        raise ValueError("key")
    return x // 2


g = itertools.groupby([1, 2, 3, 4], key)
seen = []
try:
    for k, group in g:
        seen.append((k, list(group)))
except ValueError as e:
    seen.append(str(e))
print(seen, [(k, list(x)) for k, x in g])  # expect: [(0, [1]), 'key'] [(2, [4])]
print(list(itertools.groupby([])), [k for k, _ in itertools.groupby("aab")], [len(list(x)) for _, x in itertools.groupby([float("nan")] * 2)])
# expect: [] ['a', 'b'] [2]
k, group = next(itertools.groupby([1]))
print(list(group), list(group), type(group).__name__)  # expect: [1] [] _grouper
for wrong in (lambda: type(group)(), lambda: type(group)(1, 2), lambda: weakref.ref(group), lambda: itertools.groupby(), lambda: itertools.groupby(1), lambda: list(itertools.groupby([1], 2))):
    try:
        wrong()
    except TypeError as e:
        print(str(e).replace("itertools._grouper", "_grouper"))
# expect: _grouper expected 2 arguments, got 0
# expect: _grouper() argument 1 must be itertools.groupby, not int
# expect: cannot create weak reference to '_grouper' object
# expect: groupby() missing required argument 'iterable' (pos 1)
# expect: 'int' object is not iterable
# expect: 'int' object is not callable


# keys of dicts and sets whose hashes are Python code: how often hash and comparison are asked
class H:
    log = []

    def __init__(self, v, h):
        self.v, self.h = v, h

    def __hash__(self):
        H.log.append(f"h{self.v}")
        return self.h

    def __eq__(self, other):
        H.log.append(f"{self.v}=={getattr(other, 'v', other)}")
        return isinstance(other, H) and self.v == other.v


def logged(what):
    H.log.clear()
    try:
        answer = what()
    except KeyError as e:
        answer = "KeyError"
    print(answer, *H.log)


a, b, same, other = H(1, 5), H(2, 5), H(1, 5), H(3, 2**61)
d = {}
logged(lambda: d.__setitem__(a, "a"))  # expect: None h1
logged(lambda: d.__setitem__(b, "b"))  # expect: None h2 1==2
logged(lambda: d[a])  # expect: a h1
logged(lambda: d[b])  # expect: b h2 1==2
logged(lambda: d[same])  # expect: a h1 1==1
logged(lambda: d[other])  # expect: KeyError h3
logged(lambda: d.get(b))  # expect: b h2 1==2
logged(lambda: d.get(other, 0))  # expect: 0 h3
logged(lambda: b in d)  # expect: True h2 1==2
logged(lambda: H(9, 5) in d)  # expect: False h9 1==9 2==9
logged(lambda: d.__setitem__(same, "again"))  # expect: None h1 1==1
logged(lambda: d.__setitem__(other, "new"))  # expect: None h3
logged(lambda: d.pop(H(2, 5)))  # expect: b h2 1==2 2==2
logged(lambda: d.setdefault(a, 3))  # expect: again h1
print([k.v for k in d], list(d.values()), next(iter(d)) is a)  # expect: [1, 3] ['again', 'new'] True
s = set()
for x in (a, b, same, other, a):
    logged(lambda: s.add(x))
    logged(lambda: x in s)
# expect: None h1
# expect: True h1
# expect: None h2 1==2
# expect: True h2 1==2
# expect: None h1 1==1
# expect: True h1 1==1
# expect: None h3
# expect: True h3
# expect: None h1
# expect: True h1
print(len(s))  # expect: 3
logged(lambda: 5 in s)  # expect: False 1==5 2==5
logged(lambda: s.discard(H(2, 5)))  # expect: None h2 1==2 2==2
logged(lambda: len(s | {same}))  # expect: 2 h1 1==1


class Missing(dict):
    def __missing__(self, key):
        return key.v


logged(lambda: Missing()[a])  # expect: 1 h1
logged(lambda: Missing({b: 3})[a])  # expect: 1 h2 h1 2==1


class Changes:
    def __hash__(self):
        return 7

    def __eq__(self, other):
        table.clear()
        return True


table = {}
table[Changes()] = 1
try:
    print(table[Changes()])
except KeyError:
    print("gone")  # expect: gone
class Unhashable:
    def __hash__(self):
        raise TypeError("by hand")


for what in (lambda: {}[Unhashable()], lambda: Unhashable() in {}, lambda: {}.get(Unhashable()), lambda: {Unhashable(): 1}, lambda: Unhashable() in set(), lambda: {Unhashable()}):
    try:
        what()
    except TypeError as e:
        print(e, repr(e.__context__), repr(e.__cause__))
# expect: cannot use 'Unhashable' as a dict key (by hand) None None
# expect: cannot use 'Unhashable' as a dict key (by hand) None None
# expect: cannot use 'Unhashable' as a dict key (by hand) None None
# expect: cannot use 'Unhashable' as a dict key (by hand) None None
# expect: cannot use 'Unhashable' as a set element (by hand) None None
# expect: cannot use 'Unhashable' as a set element (by hand) None None
