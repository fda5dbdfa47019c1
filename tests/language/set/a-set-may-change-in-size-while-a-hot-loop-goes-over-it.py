# sets in hot loops: gone over with gaps, changed in size, emptied, and held by two iterators
def total(s):
    n = 0
    for x in s:
        n += x
    return n


s = set(range(100))
for i in range(300):
    s.discard(i % 100)
    assert total(s) == 4950 - sum(range(i + 1)) if i < 100 else total(s) == 0
print(len(s))  # expect: 0


def grow(s, at):
    seen = 0
    try:
        for x in s:
            seen += 1
            if seen == at:
                s.add(-at)
    except RuntimeError as e:
        return seen, str(e)
    return seen, None


print([grow(set(range(60)), n) for n in range(1, 60, 7)][-1], {grow(set(range(60)), n)[1] for n in range(1, 60)})
# expect: (57, 'Set changed size during iteration') {'Set changed size during iteration'}


def swap(s):
    """As many items as before: nobody notices."""
    seen = 0
    for x in s:
        seen += 1
        if seen < 10:
            s.remove(x)
            s.add(x)
    return seen >= 60


print(all(swap(set(range(60))) for _ in range(200)))  # expect: True
twice = 0
for _ in range(50):
    s = set("abcdefgh")
    one, two = iter(s), iter(s)
    for a in one:
        twice += a == next(two)
print(twice)  # expect: 400
words = ["w%d" % i for i in range(50)]
inside = 0
for _ in range(40):
    s = frozenset(w + "" for w in words)
    for w in words:
        inside += ("" + w[0] + w[1:]) in s
        inside += w + "x" in s
        inside += 1.0 in s
for n in (-1, -2, 2**60 - 1, 2**61 - 1, 2**47, True, 1.0, -1.0):
    inside += (n in {-1, 1, 2**47}) + 10 * (n in {-1: 0, 1: 0, 2**47: 0})
print(inside)  # expect: 2055


class Equal:
    """Equal to everything with its hash; asked whenever it lies first."""

    asked = 0

    def __init__(self, h):
        self.h = h

    def __hash__(self):
        return self.h

    def __eq__(self, other):
        Equal.asked += 1
        return True


found = 0
for _ in range(100):
    for key in (5, "key", (1, 2), 2**70):
        d = {Equal(hash(key)): 1}
        s = {Equal(hash(key))}
        found += (key in d) + (key in s) + d.get(key, 0)
        d[key] = 2
        s.add(key)
        found += len(d) + len(s)
print(found, Equal.asked)  # expect: 2000 2000
