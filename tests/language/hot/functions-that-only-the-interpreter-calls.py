# a function that nobody calls from a trace gets one of its own; it returns to whatever has called it
class Key:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        a = self.n % 7
        b = other.n % 7
        for_both = a + b
        if for_both < 0:
            return False
        if a == b:
            return self.n < other.n
        return a < b

    def __eq__(self, other):
        a = self.n % 7
        b = other.n % 7
        c = a - b
        d = c * 2
        if d == 0:
            return self.n == other.n
        return False

    def __hash__(self):
        h = self.n
        h = h * 31 + 7
        h = h % 1013
        h = h ^ 5
        h = h + 1
        return h

    def __repr__(self):
        return f"Key({self.n})"

    def __bool__(self):
        n = self.n
        a = n * 3
        b = a % 5
        c = b + n
        return c % 2 == 0

    def __getattr__(self, name):
        total = 0
        total += len(name)
        total *= 2
        total -= 1
        total += self.n
        if name == "missing":
            raise AttributeError(name)
        return total


keys = [Key((i * 37) % 101) for i in range(100)]
for _ in range(30):
    ordered = sorted(keys)
print(ordered[:5], ordered[-3:])
# expect: [Key(0), Key(7), Key(14), Key(21), Key(28)] [Key(83), Key(90), Key(97)]
for _ in range(30):
    table = {k: k.n for k in keys}
    hits = sum(table[Key(i)] for i in range(100))
# raises: KeyError: Key(64)
print(len(table), hits)
for _ in range(30):
    truths = list(filter(None, keys))
    names = [getattr(k, "abc") for k in keys]
print(len(truths), sum(names), hasattr(keys[0], "missing"), getattr(keys[0], "missing", "default"))


def weight(k):
    n = k.n
    a = n * 2
    b = a + 3
    c = b % 11
    if c > 5:
        return -c
    return c


for _ in range(30):
    heavy = sorted(keys, key=weight)
    least = min(keys, key=weight)
    mapped = list(map(weight, keys))
print([k.n for k in heavy[:6]], least, sum(mapped))


def fails(n):
    a = n + 1
    b = a * 2
    c = b % 13
    if c == 11:
        raise ValueError(n)
    return c


caught = 0
for _ in range(30):
    for i in range(60):
        try:
            list(map(fails, [i]))
        except ValueError as e:
            caught += e.args[0]
print(caught)


# it may return something else, or be another function, later on
def picks(n):
    a = n * 2
    b = a - n
    c = b + 1
    d = c - 1
    if d < 900:
        return d
    return str(d)


for i in range(1000):
    last = list(map(picks, (i,)))[0]
print(last)
