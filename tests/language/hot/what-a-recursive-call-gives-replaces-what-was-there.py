# the register that takes the result of a recursive call may hold an object, which dies then and not before; results are of any type
log = []


class Noted:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        log.append(self.n)


def replaced(n):
    x = Noted(n)
    if n == 0:
        return 0
    x = replaced(n - 1)
    log.append(-n)
    return x + 1


for i in range(80):
    del log[:]
    r = replaced(5)
print(r, log)  # expect: 5 [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5]


def kept(n, given):
    x = given
    if n:
        x = kept(n - 1, [given, n])
    return x


for i in range(80):
    r = kept(3, i)
print(r)  # expect: [[[79, 3], 2], 1]


def kinds(n):
    if n == 0:
        return None
    r = kinds(n - 1)
    if r is None:
        return 1
    if isinstance(r, int):
        return r * 0.5 if r > 2 else r + 1
    if isinstance(r, float):
        return str(r)
    if isinstance(r, str):
        return [r]
    return None


for i in range(80):
    r = [kinds(n) for n in range(12)]
print(r)  # expect: [None, 1, 2, 3, 1.5, '1.5', ['1.5'], None, 1, 2, 3, 1.5]


def raises(n):
    x = Noted(n)
    try:
        if n == 0:
            raise ValueError("end")
        x = raises(n - 1)
        return x
    except ValueError:
        if n < 3:
            raise
        return x.n


for i in range(80):
    del log[:]
    r = raises(5)
print(r, log)  # expect: 3 [0, 1, 2, 3, 4, 5]


# the call's result is dropped, or goes straight to the caller
def dropped(n):
    if n:
        dropped(n - 1)
        dropped(n - 1)
    return Noted(n)


for i in range(40):
    del log[:]
    dropped(3)
print(log)  # expect: [0, 0, 1, 0, 0, 1, 2, 0, 0, 1, 0, 0, 1, 2, 3]


def straight(n, total):
    return straight(n - 1, total + n) if n else total


print([straight(n, 0) for n in range(60)][-1])  # expect: 1770


# deep enough for the collector to come by
class Cell:
    def __init__(self, rest):
        self.rest = rest
        self.me = self


def build(n):
    return Cell(build(n - 1)) if n else None


def length(c):
    return 1 + length(c.rest) if c is not None else 0


print(sum(length(build(40)) for _ in range(60)))  # expect: 2400
