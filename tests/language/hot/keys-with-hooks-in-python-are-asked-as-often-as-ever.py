# __eq__ and __hash__ in Python run as often in hot code as in the interpreter
class Key:
    hashed = compared = 0

    def __init__(self, n):
        self.n = n

    def __hash__(self):
        Key.hashed += 1
        return self.n % 5

    def __eq__(self, other):
        Key.compared += 1
        return self.n == other.n


def count(keys, rounds):
    d = {}
    hits = 0
    for r in range(rounds):
        for k in keys:
            if k in d:
                d[k] += 1
                hits += 1
            else:
                d[k] = 1
    return hits, len(d), sum(d.values())


print(count([Key(i % 12) for i in range(40)], 10), Key.hashed, Key.compared)
# expect: (388, 12, 400) 1188 1641
print(count([1, "a", 2.5, (1, 2)], 200))  # expect: (796, 4, 800)
s = set()
for i in range(300):
    s.add(Key(i % 9))
    s.discard(Key(i % 4))
print(len(s), Key.hashed, Key.compared)  # expect: 8 1788 2356
keys = [Key(3), Key(4)]
found = 0
for i in range(300):
    if Key(i % 6) in keys:
        found += 1
print(found, Key.hashed, Key.compared)  # expect: 100 1788 2906


def unhashable(values):
    bad = 0
    d = {}
    for v in values:
        try:
            d[v] = 1
            if v in d:
                bad += 0
        except TypeError as e:
            bad += 1
            last = str(e)
    return bad, len(d), last


print(unhashable([i if i % 50 else [i] for i in range(400)]))
# expect: (8, 392, "cannot use 'list' as a dict key (unhashable type: 'list')")
print(unhashable([(i, [i]) if i % 70 == 69 else (i, i) for i in range(400)]))
# expect: (5, 395, "cannot use 'tuple' as a dict key (unhashable type: 'list')")


class Text(str):
    def __eq__(self, other):
        return str.__eq__(self, other) or other == "any"

    def __hash__(self):
        return str.__hash__(self)


def equal(a, values):
    n = 0
    for v in values:
        if v == a:
            n += 1
    return n


print(equal("any", ["x"] * 200 + [Text("x")] * 100 + ["any"] * 50))  # expect: 150
print(equal("x", ["x"] * 200 + [Text("x")] * 100 + ["y"] * 50))  # expect: 300
print(equal("x", list("xyz" * 100) + [Text("x"), "xx"]))  # expect: 101
