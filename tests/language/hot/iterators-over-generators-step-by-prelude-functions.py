# loops over zip, map, filter, enumerate and chain of generators give what each of them gives, and end and fail where it does
import itertools


class Noted:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


def count(n, log=None):
    try:
        for i in range(n):
            yield i
    finally:
        if log is not None:
            log.append(n)


def failing(n):
    yield from range(n)
    raise LookupError("after %d" % n)


log = []


def zipped():
    t = 0
    for a, b in zip(count(60, log), range(200)):
        t += a * b
    for a, b, c in zip(range(70), count(50, log), count(80, log)):
        t += a + b - c
    for pair in zip(count(40), count(45)):
        t += len(pair) + pair[1]
    return t


for _ in range(4):
    print(zipped(), log)
    log.clear()
# expect: 72295 [60, 50, 80]
# expect: 72295 [60, 50, 80]
# expect: 72295 [60, 50, 80]
# expect: 72295 [60, 50, 80]


def strict(n, m):
    got = []
    try:
        for a, b in zip(count(n), count(m), strict=True):
            got.append(a + b)
    except ValueError as e:
        return len(got), str(e)
    return len(got), "same"


for n, m in [(50, 50), (50, 51), (51, 50), (0, 1), (50, 50)]:
    print(strict(n, m))
# expect: (50, 'same')
# expect: (50, 'zip() argument 2 is longer than argument 1')
# expect: (50, 'zip() argument 2 is shorter than argument 1')
# expect: (0, 'zip() argument 2 is longer than argument 1')
# expect: (50, 'same')


def raised():
    t = 0
    try:
        for i, x in enumerate(failing(70), 5):
            t += i * x
    except LookupError as e:
        return t, str(e)


print([raised() for _ in range(3)])
# expect: [(123970, 'after 70'), (123970, 'after 70'), (123970, 'after 70')]


def shared():
    it = iter(range(300))
    t = []
    for a, b in zip(it, it):
        if a % 50 == 0:
            t.append((a, b, next(it, None)))
    g = count(100)
    for i, x in enumerate(g):
        if x % 20 == 7:
            t.append((i, x, next(g)))
    return t


print(shared())  # expect: [(0, 1, 2), (7, 7, 8), (26, 27, 28), (45, 47, 48), (64, 67, 68), (83, 87, 88)]
print(shared() == shared())  # expect: True


def limits():
    got = []
    for start in (0, 2**47 - 30, 2**63 - 30, -40):
        last = None
        for i, x in enumerate(count(60), start):
            last = i
        got.append(last)
    return got


print(limits())  # expect: [59, 140737488355357, 9223372036854775837, 19]


def mapped(k):
    t = 0
    for x in map(lambda v: v * k, range(100)):
        t += x
    for x in map(lambda v: v + k, count(100)):
        t += x
    for x in map(lambda a, b: a - b, count(90), range(100)):
        t += x
    for x in map(str, count(30)):
        t += len(x)
    return t


print([mapped(k) for k in (1, 2, 2.5)])  # expect: [10050, 15100, 17625.0]


def filtered(bound):
    t = [x for x in filter(lambda v: v % bound, range(60))]
    u = [x for x in filter(None, count(5))]
    w = sum(filter(lambda v: v > bound, count(60)))
    return len(t), u, w, list(map(lambda v: [v], filter(bool, count(4))))


print(filtered(3), filtered(7))
# expect: (40, [1, 2, 3, 4], 1764, [[1], [2], [3]]) (51, [1, 2, 3, 4], 1742, [[1], [2], [3]])


def chained():
    t = 0
    for x in itertools.chain(count(60), range(30), [1.5, 2.5], (), count(50)):
        t += x
    for x in itertools.chain.from_iterable(count(i) for i in range(20)):
        t += x
    for a, b in itertools.pairwise(count(80)):
        t += a * b
    for x in itertools.islice(count(1000), 5, 90, 3):
        t += x
    return t


print([chained() for _ in range(3)])  # expect: [170257.0, 170257.0, 170257.0]


def again():
    # an iterator that has ended stays at its end
    z = zip(count(3), count(3))
    m = map(lambda v: v, count(3))
    n = 0
    for _ in range(60):
        for pair in z:
            n += 1
        for x in m:
            n += 1
    return n, next(z, "end"), next(m, "end")


print(again())  # expect: (6, 'end', 'end')


def stops_inside(limit):
    def f(x):
        if x == limit:
            raise StopIteration("early")
        return x

    t = 0
    for x in map(f, range(100)):
        t += x
    return t


print([stops_inside(k) for k in (10, 60, 200)])  # expect: [45, 1770, 4950]


def lifetimes():
    def objects():
        for i in range(3):
            yield Noted(i)

    for i, x in enumerate(objects()):
        print("have", i, x.name)
    for a, b in zip(objects(), range(2)):
        print("pair", a.name, b)
    del a, x
    print("left")


lifetimes()
# expect: have 0 0
# expect: gone 0
# expect: have 1 1
# expect: gone 1
# expect: have 2 2
# expect: pair 0 0
# expect: gone 0
# expect: pair 1 1
# expect: gone 2
# expect: gone 1
# expect: gone 2
# expect: left


def kept():
    pairs = []
    for p in zip(count(50), count(50)):
        pairs.append(p)
    for p in enumerate(count(50)):
        pairs.append(p)
    return pairs[0], pairs[49], pairs[50], pairs[99], len(set(map(id, pairs)))


print(kept())  # expect: ((0, 0), (49, 49), (0, 0), (49, 49), 100)


def by_next():
    t = 0
    it = iter([1, 2, 3] * 30)
    r = iter(range(90))
    try:
        while True:
            t += next(it) * next(r)
    except StopIteration:
        pass
    e = enumerate("abc" * 30)
    n = 0
    while True:
        try:
            i, c = next(e)
        except StopIteration:
            break
        n += i if c == "b" else 1
    return t, n, next(it, None)


print([by_next() for _ in range(3)])  # expect: [(8070, 1395, None), (8070, 1395, None), (8070, 1395, None)]


class Grows:
    def __iter__(self):
        self.n = 0
        return self

    def __next__(self):
        self.n += 1
        if self.n > 55:
            raise StopIteration
        return self.n


print([(len(list(zip(Grows(), Grows()))), sum(map(lambda v: v * 2, Grows())), sum(i * x for i, x in enumerate(Grows()))) for _ in range(3)])
# expect: [(55, 3080, 55440), (55, 3080, 55440), (55, 3080, 55440)]
