# loops over itertools and deques are stepped in traces: first and last items, what is shared, what changes underneath
from collections import deque
from itertools import chain, combinations, combinations_with_replacement, count, cycle, islice, pairwise, permutations, product, repeat
def total(iterator):
    n = s = 0
    for x in iterator:
        n += 1
        s += x if type(x) is int else sum(x)
    return n, s
for _ in range(60):
    l = list(range(30))
    results = [
        total(deque(l)), total(reversed(deque(l))), total(chain(l, l, (1, 2), range(5))), total(chain()), total(chain([], l, [])),
        total(islice(count(3), 40)), total(islice(l, 3, 20, 4)), total(islice(iter(l), 0)), total(repeat(3, 20)), total(islice(cycle([1, 2, 3]), 50)),
        total(pairwise(l)), total(pairwise([1])), total(product(l, repeat=2)), total(product([], l)), total(product(repeat=0)),
        total(permutations(range(5))), total(permutations(range(5), 2)), total(permutations(range(2), 3)), total(combinations(range(6), 3)),
        total(combinations(range(2), 3)), total(combinations(range(4), 0)), total(combinations_with_replacement(range(5), 3)),
        total(combinations_with_replacement([], 1)), total(bytearray(range(50))), total(chain.from_iterable([[i, i + 1] for i in range(20)])),
        total(chain({1: 2, 3: 4}.items(), zip(l, l), enumerate(l))),
    ]
print(results)
# expect: [(30, 435), (30, 435), (67, 883), (0, 0), (30, 435), (40, 900), (5, 55), (0, 0), (20, 60), (50, 99), (29, 841), (0, 0), (900, 26100), (0, 0), (1, 0), (120, 1200), (20, 80), (0, 0), (20, 150), (0, 0), (1, 0), (35, 210), (0, 0), (50, 1225), (40, 400), (62, 1750)]
# an iterator that somebody else steps as well
def shared(n):
    inner = iter(range(n))
    out = []
    for x in chain(inner, "ab"):
        out.append(x)
        out.append(next(inner, None))
    return len(out), out[:5], out[-4:]
print(shared(3001))  # expect: (3006, [0, 1, 2, 3, 4], ['a', None, 'b', None])
def twice(n):
    it = count()
    s = 0
    for a in it:
        s += a * next(it)
        if a > n:
            break
    return s
print(twice(2000))  # expect: 1340345006
# a deque that changes
def mutated(n):
    d = deque(range(n))
    seen = 0
    try:
        for x in d:
            seen += 1
            if x == n - 5:
                d.append(1)
    except RuntimeError as error:
        return seen, str(error)
print(mutated(2000), mutated(7))
# expect: (1996, 'deque mutated during iteration') (3, 'deque mutated during iteration')
def rotated(n):
    d = deque(maxlen=7)
    s = 0
    for i in range(n):
        d.append(i)
        for x in d:
            s += x
    return s
print(rotated(800))  # expect: 2220456
# a bytearray that grows while it is gone over
def growing():
    b = bytearray(b"ab")
    for x in b:
        if len(b) < 1500:
            b.append((x + 1) & 255)
    return len(b), b[-1]
print(growing())  # expect: (1500, 79)
class Noisy:
    def __init__(self, log, n):
        self.log, self.n = log, n
    def __del__(self):
        self.log.append(self.n)
def lives():
    log = []
    for x in chain([Noisy(log, i) for i in range(400)], (Noisy(log, -1),)):
        x = None
    log.append("end")
    d = deque(Noisy(log, 1000 + i) for i in range(300))
    for x in islice(chain(d, d), 500):
        pass
    d = None
    log.append("deque")
    x = None
    return len(log), log[:3], log[398:404], log[-4:]
print(lives())  # expect: (703, [-1, 399, 398], [2, 1, 0, 'end', 1000, 1001], [1298, 1299, 'deque', 1199])
# classes of one's own over them
class Chain(chain):
    pass
class Loud(chain):
    def __next__(self):
        return super().__next__() + 100
def classes(n):
    s = 0
    for make in (chain, Chain, Loud, chain):
        for x in make([1] * n, [2] * n):
            s += x
    return s
print(classes(500))  # expect: 106000
# values of every kind
print([total(chain([True, 2**60], [1.5] and [3]))[0] for _ in range(300)][-1])
# raises: TypeError: 'bool' object is not iterable
def generator(n):
    for i in range(n):
        yield i
def over_generators(n):
    s = 0
    for x in chain(generator(n), [5], generator(n)):
        s += x
    for a, b in pairwise(generator(n)):
        s += a * b
    for x in islice(generator(n), 5, None, 2):
        s += x
    return s
print(over_generators(700))
