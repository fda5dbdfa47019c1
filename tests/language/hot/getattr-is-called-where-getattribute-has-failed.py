# __getattribute__ raises and __getattr__ is called: its frame lies where that of the other lay, and knows nothing of its registers
class Odd:
    def __init__(self, v):
        self.v = v

    def __getattribute__(self, name):
        return object.__getattribute__(self, name)

    def __getattr__(self, name):
        if name == "w":
            return 11
        raise AttributeError(name)


def look(odd, names):
    seen = []
    for n in range(40):
        try:
            k = 0
            while k < 4 and n != 11:
                k += 1
            seen.append(getattr(odd, names[n % len(names)]))
            odd.missing
        except AttributeError as error:
            seen.append(str(error))
    return seen


seen = look(Odd(5), ["w", "v", "other", "w"])
print(len(seen), seen[:9], seen[-4:])
# expect: 70 [11, 'missing', 5, 'missing', 'other', 11, 'missing', 11, 'missing'] ['missing', 'other', 11, 'missing']


def pairs(n):
    for k in range(n):
        yield k
        yield -k


def halves(n):
    at = n
    while at:
        yield (at, n)
        at >>= 1


def zipped():
    total = []
    for n in range(12):
        for pair in zip(pairs(n), halves(n * 3), pairs(n + 1)):
            total.append(pair)
    return total


total = zipped()
print(len(total), total[::9])
# expect: 48 [(0, (3, 3), 0), (0, (12, 12), 0), (0, (9, 18), 0), (0, (24, 24), 0), (2, (1, 27), 2), (-1, (4, 33), -1)]


def even(n):
    if n % 2:
        return n // 2
    return -n


for n in range(8):
    print(list(map(even, range(n))), list(filter(even, range(n))), sorted(range(n), key=even))
# expect: [] [] []
# expect: [0] [] [0]
# expect: [0, 0] [] [0, 1]
# expect: [0, 0, -2] [2] [2, 0, 1]
# expect: [0, 0, -2, 1] [2, 3] [2, 0, 1, 3]
# expect: [0, 0, -2, 1, -4] [2, 3, 4] [4, 2, 0, 1, 3]
# expect: [0, 0, -2, 1, -4, 2] [2, 3, 4, 5] [4, 2, 0, 1, 3, 5]
# expect: [0, 0, -2, 1, -4, 2, -6] [2, 3, 4, 5, 6] [6, 4, 2, 0, 1, 3, 5]
