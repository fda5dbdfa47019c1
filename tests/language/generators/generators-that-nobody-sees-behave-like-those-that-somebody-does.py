# a generator that is made, run and dropped in a hot loop shows itself wherever somebody looks: names, lifetimes, closing
import gc

log = []


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        log.append(self.name)


# names are those of the function when it was called
def numbers(n):
    yield from range(n)


def loop(n, keep):
    kept = []
    total = 0
    for i in range(n):
        source = numbers(3)
        if i == keep:
            kept.append(source)
        for x in source:
            total += x
    return total, kept


total, kept = loop(100, 95)
print(total, kept[0].__name__, kept[0].__qualname__, kept[0].gi_frame, list(kept[0]))
# expect: 300 numbers numbers None []


# one that is dropped halfway is closed at once, one that has ended dies with what it held
def guarded(name, n):
    held = Loud(name)
    try:
        for i in range(n):
            yield i
    finally:
        log.append(("closed", name))


def halfway(n, size):
    total = 0
    for i in range(n):
        for x in guarded(i, size):
            total += x
            if x == i % 5:
                break
        log.append(("after", i))
    return total


log.clear()
print(halfway(80, 3))  # expect: 160
print(log[:6])  # expect: [('closed', 0), 0, ('after', 0), ('closed', 1), 1, ('after', 1)]
print(all(log[3 * i : 3 * i + 3] == [("closed", i), i, ("after", i)] for i in range(80)))  # expect: True


# a generator that gets itself sent holds itself
def holder():
    mine = None
    while True:
        mine = yield mine


def cycles(n):
    for i in range(n):
        g = holder()
        next(g)
        if i % 10 == 9:
            g.send(g)
        else:
            g.send(i)
    return n


gc.collect()
print(cycles(100), gc.collect() > 0)  # expect: 100 False


# two at once, one in the other's hands
def pairs(first, second):
    for x in first:
        for y in second:
            yield x + y
            break


def crossed(n):
    total = 0
    for i in range(n):
        for z in pairs(numbers(4), numbers(5)):
            total += z
    return total


print(crossed(100))  # expect: 1200


# arguments of every kind take one
def count(*sources, extra=None, **others):
    total = sum(len(list(source)) for source in sources)
    return total + (len(list(extra)) if extra else 0) + sum(len(list(source)) for source in others.values())


def given(n):
    total = 0
    for i in range(n):
        total += count(numbers(1), numbers(2), extra=numbers(3), other=numbers(4))
        box = [numbers(2), numbers(3)]
        total += len(box[0].__name__)
        pair = (numbers(1), i)
        total += next(pair[0])
    return total


print(given(90))  # expect: 1530


# the recursion limit holds in them
def deep(n):
    if n:
        yield from deep(n - 1)
    yield n


def depths(n, size):
    total = 0
    for _ in range(n):
        for x in deep(size):
            total += x
    return total


print(depths(60, 10))  # expect: 3300
try:
    depths(1, 5000)
except RecursionError as error:
    print(error)  # expect: maximum recursion depth exceeded
