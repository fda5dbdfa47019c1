# len() of dicts and of what belongs to them, in loops that change them in every way
from collections import Counter, OrderedDict, defaultdict

def changed(n):
    d, sizes = {}, []
    other = {"a": 1, "b": 2}
    for i in range(n):
        k = i % 14
        before = len(d)
        if k == 0:
            d[i] = i
        elif k == 1:
            d[i % 3] = "x" * (i % 3)
        elif k == 2:
            d.setdefault(i % 50, []).append(i)
        elif k == 3:
            d.pop(i % 50, None)
        elif k == 4:
            d.update(other)
        elif k == 5:
            d |= {i: None, "a": 3}
        elif k == 6 and d:
            d.popitem()
        elif k == 7:
            d.pop("a", None)
        elif k == 8:
            if i - 8 in d:
                del d[i - 8]
        elif k == 9:
            d = {**d, "c": i}
        elif k == 10:
            d = {x: x for x in range(i % 5)}
        elif k == 11 and i % 3 == 0:
            d.clear()
        elif k == 12:
            d = dict(d)
        else:
            d = {1: 2, 3: 4} if i % 4 else d.copy()
        sizes.append((before, len(d), len(d.keys()), len(d.items())))
    return sum(a * 3 + b * 5 + c * 7 + e for a, b, c, e in sizes), sizes[-5:]

print(changed(1400))  # raises: AttributeError: 'str' object has no attribute 'append'


# the same place asks many kinds of things
class Sized(dict):
    def __len__(self):
        return 100

class Plain(dict):
    pass

def kinds(n):
    things = [{}, {1: 2}, Plain(a=1), Sized(a=1), Counter("aab"), defaultdict(list), OrderedDict(x=1), range(7), "abc", {1, 2}, frozenset(), b"xy",
              (1,), [1, 2, 3], memoryview(b"abcd"), {}.keys(), {1: 2}.values(), bytearray(5)]
    total = 0
    for i in range(n):
        total += len(things[i % len(things)]) * (i % 5)
    return total

print(kinds(18 * 30))


# keyword arguments that nobody looks into
def taking(a, **rest):
    return a + len(rest)

def given(n):
    total = 0
    for i in range(n):
        total += taking(i) + taking(i, b=2) + taking(1, **({"x": 1} if i % 2 else {}))
    return total

print(given(300))


# namespaces: attributes and globals come and go
class Thing:
    pass

def namespaces(n):
    t = Thing()
    total = 0
    for i in range(n):
        if i % 3 == 0:
            setattr(t, "a%d" % (i % 7), i)
        elif i % 5 == 0:
            t.__dict__.clear()
        total += len(t.__dict__) + len(vars(t))
    return total

print(namespaces(200))

def count_globals(n):
    g = globals()
    first = len(g)
    grown = 0
    for i in range(n):
        if i % 10 == 3:
            g["made_%d" % i] = i
        elif i % 10 == 7:
            del g["made_%d" % (i - 4)]
        grown += len(g) - first
    return grown

print(count_globals(200))


# errors
def wrong(n):
    said = set()
    for i in range(n):
        try:
            len({} if i % 3 else i)
        except TypeError as e:
            said.add(str(e))
    return said

print(wrong(120))


# its last reference is the argument
def dropped(n):
    total = 0
    for i in range(n):
        total += len({i: [i], -1 - i: [i]}) + len(dict.fromkeys("abc"))
    return total

print(dropped(150))
