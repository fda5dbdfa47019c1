# enumerate, zip and reversed in hot loops: pairs that are kept, inputs that change or end, iterators that are shared
def kept(values):
    out = []
    for pair in enumerate(values):
        out.append(pair)
    return out[:2], out[-1], len(set(map(id, out)))


print(kept(list("abc") * 100))  # expect: ([(0, 'a'), (1, 'b')], (299, 'c'), 300)


def unpacked(values, start):
    total = 0
    for i, v in enumerate(values, start):
        total += i * v
    return total, i, v


print(unpacked(list(range(300)), 0), unpacked(tuple(range(300)), 5), unpacked(range(300), -7))
# expect: (8955050, 299, 299) (9179300, 304, 299) (8641100, 292, 299)
print(unpacked(list(range(50)), 2**47 - 20), unpacked(list(range(50)), 2**63 - 20))
# expect: (172403423235292725, 140737488355357, 49) (11298630745147100380725, 9223372036854775837, 49)


def zipped(a, b):
    total = 0
    n = 0
    for x, y in zip(a, b):
        total += x * y
        n += 1
    return total, n


print(zipped(range(200), list(range(300))), zipped(list(range(300)), range(200)), zipped([], [1]))
# expect: (2646700, 200) (2646700, 200) (0, 0)
it = iter(range(300))
print(zipped(it, range(100)), next(it))  # expect: (328350, 100) 101
it = iter(list(range(300)))
print(zipped(it, it))  # expect: (4477450, 150)
print(zipped([1.5] * 200, (2,) * 200), zipped(b"abc" * 70, range(210)))  # expect: (600.0, 200) (2150750, 210)


def grow(values):
    n = 0
    for i, v in enumerate(values):
        n += v
        if i < 200:
            values.append(1)
        elif i == 250:
            values[251:] = [7, 7]
    return n, i


print(grow([1] * 100))  # expect: (265, 252)


def nested(rows):
    total = 0
    for r, row in enumerate(rows):
        for c, (v, w) in enumerate(zip(row, reversed(row))):
            total += r * c + v - w
    return total


print(nested([[i * j for i in range(20)] for j in range(20)]))  # expect: 36100


def stops(values):
    for i, v in enumerate(values):
        if v == 250:
            return i, v
    return None


print([stops(list(range(n))) for n in (10, 300, 251, 250)])  # expect: [None, (250, 250), (250, 250), None]
print([v for v in reversed([1, 2, 3] * 60)][:4])  # expect: [3, 2, 1, 3]


def strict(a, b):
    n = 0
    try:
        for x, y in zip(a, b, strict=True):
            n += 1
    except ValueError as e:
        return n, str(e)
    return n


print(strict(range(200), range(200)), strict(range(200), range(201)), strict(range(201), range(200)))
# expect: 200 (200, 'zip() argument 2 is longer than argument 1') (200, 'zip() argument 2 is shorter than argument 1')


def backwards(values):
    out = 0
    for v in reversed(values):
        out = out * 3 % 1000003 + v
        if v == 40:
            values.pop()
            values.pop()
    return out, len(values)


print(backwards(list(range(100))), backwards(list(range(100, 300))))  # expect: (845212, 98) (97212, 200)
last = None
for pair in zip("abcdefghij" * 20, range(200)):
    if last is not None and last is pair:
        print("shared")
    last = pair
print(last)  # expect: ('j', 199)


class Tracked:
    alive = 0

    def __init__(self):
        Tracked.alive += 1

    def __del__(self):
        Tracked.alive -= 1


most = 0
for i, t in enumerate([Tracked() for _ in range(150)]):
    most = max(most, Tracked.alive)
del t
print(most, Tracked.alive)  # expect: 150 0
