# a generator may be resumed by an iterator that passes its items on (islice, chain, map): the loop goes over that, not over the generator
from itertools import accumulate, chain, dropwhile, islice, takewhile


def steps(limit):
    z = 0
    source = iter(range(limit))
    while 1:
        y = z
        while z < y + 3:
            z += next(source) % 3
        yield y


def sliced(n):
    got = yield from islice(steps(10_000), n)
    yield got


def by_map(n):
    total = 0
    for x in map(lambda v: v + 1, steps(10_000)):
        total += x
        if x > n:
            return total


for x in islice(steps(10_000), 300):
    last = x
print(last)  # expect: 897
print(list(islice(steps(10_000), 300))[-3:])  # expect: [891, 894, 897]
print(list(sliced(200))[-3:])  # expect: [594, 597, None]
print(sum(islice(steps(10_000), 10, 400, 7)))  # expect: 34020
print(by_map(500))  # expect: 42252
print(sum(x for x in chain(islice(steps(10_000), 100), islice(steps(10_000), 200))))  # expect: 74550
print(sum(takewhile(lambda v: v < 600, steps(10_000))))  # expect: 59700
print(list(islice(dropwhile(lambda v: v < 600, steps(10_000)), 3)))  # expect: [600, 603, 606]
print(list(islice(accumulate(steps(10_000)), 150, 153)))  # expect: [33975, 34428, 34884]
g = steps(10_000)
taken = [list(islice(g, k % 4)) for k in range(200)]
print(taken[-1], next(g))  # expect: [891, 894, 897] 900
it = islice(steps(20), 100)
try:
    for x in it:
        pass
except RuntimeError as error:
    print(repr(error), x, next(it, "over"))  # expect: RuntimeError('generator raised StopIteration') 15 over
