# a loop over a list's or tuple's subclass is one over its items; a loop that many kinds of iterables come to sees each as it is
from collections import namedtuple


class Rows(list):
    pass


class Odd(list):
    def __iter__(self):
        return iter([x for x in list.__iter__(self) if x % 2])


class Loud(list):
    def __del__(self):
        print("gone", len(self))


Point = namedtuple("Point", "x y z")


def total(items):
    t = 0
    for x in items:
        t += x
    return t


def numbers(n):
    for i in range(n):
        yield i


def squares(n):
    i = 0
    while i < n:
        yield i * i
        i += 1


rows = Rows(range(50))
plain = list(range(50))
pair = tuple(range(50))
kinds = [rows, plain, pair, Odd(range(50)), Point(1, 2, 3), set(plain), {k: k for k in plain}]
out = []
for _ in range(60):
    out.append(total(rows))
print(out[-1], len(set(out)))  # expect: 1225 1
seen = {}
for _ in range(60):
    for i, kind in enumerate(kinds):
        seen.setdefault(i, set()).add(total(kind))
    seen.setdefault("numbers", set()).add(total(numbers(50)))
    seen.setdefault("squares", set()).add(total(squares(20)))
    seen.setdefault("genexpr", set()).add(total(x + 1 for x in plain))
    seen.setdefault("other", set()).add(total(x - 1 for x in plain))
    seen.setdefault("floats", set()).add(total([0.5, 1.5, 2.0] * 4))
    seen.setdefault("reversed", set()).add(total(reversed(rows)))
for key, values in seen.items():
    print(key, sorted(values))
# expect: 0 [1225]
# expect: 1 [1225]
# expect: 2 [1225]
# expect: 3 [625]
# expect: 4 [6]
# expect: 5 [1225]
# expect: 6 [1225]
# expect: numbers [1225]
# expect: squares [2470]
# expect: genexpr [1275]
# expect: other [1175]
# expect: floats [16.0]
# expect: reversed [1225]


# a subclass's list grows, shrinks and dies while it is gone over
def growing(items):
    n = 0
    for x in items:
        n += 1
        if x == 3:
            items.append(100)
        elif x == 7:
            del items[10:]
    return n


for _ in range(60):
    counts = [growing(kind(range(30))) for kind in (Rows, list)]
print(counts)  # expect: [10, 10]


def over_dying():
    n = 0
    for x in Loud(range(40)):
        n += x
    return n


for _ in range(4):
    print(over_dying())
# expect: gone 40
# expect: 780
# expect: gone 40
# expect: 780
# expect: gone 40
# expect: 780
# expect: gone 40
# expect: 780

# __iter__ is given to the class when the loop is hot, and taken back
class Late(list):
    pass


late = Late([1, 2, 3])
results = []
for i in range(90):
    if i == 50:
        Late.__iter__ = lambda self: iter((10, 20))
    if i == 70:
        del Late.__iter__
    results.append(total(late))
print(results[49:52], results[69:72], results[89])  # expect: [6, 30, 30] [30, 6, 6] 6


# sets and tuples built of generators of several kinds at one place
def build(cols, vec):
    a = set(vec[i] + i for i in cols)
    b = set(vec[i] - i for i in cols)
    return len(a), len(b), tuple(x * 2 for x in vec), sum(x for x in vec if x % 2)


cols = range(8)
got = set()
for k in range(80):
    got.add(build(cols, [(i * k) % 8 for i in cols]))
print(len(got), sorted(got)[:2], sorted(got)[-1])
# expect: 8 [(2, 7, (0, 14, 12, 10, 8, 6, 4, 2), 16), (4, 5, (0, 6, 12, 2, 8, 14, 4, 10), 16)] (8, 8, (0, 12, 8, 4, 0, 12, 8, 4), 0)
