# Generators and itertools.
import itertools
def naturals():
    n = 0
    while True:
        yield n; n += 1
def take(n, it): return list(itertools.islice(it, n))
def primes():
    D = {}
    q = 2
    while True:
        if q not in D: yield q; D[q*q] = [q]
        else:
            for p in D[q]: D.setdefault(p+q, []).append(p)
            del D[q]
        q += 1
print(sum(take(8000, primes())))
ev = (x*x for x in naturals() if x % 3)
print(sum(take(100000, ev)))
def flatten(t):
    for x in t:
        if isinstance(x, list): yield from flatten(x)
        else: yield x
def tree(d): return d if d == 0 else [tree(d-1), d, tree(d-1)]
print(sum(flatten(tree(14))))
print(sum(a*b for a, b in itertools.product(range(300), repeat=2)))
print(len(list(itertools.permutations(range(8)))), sum(1 for _ in itertools.combinations(range(20), 6)))
def window(it, n):
    it = iter(it); w = tuple(itertools.islice(it, n))
    yield w
    for x in it:
        w = w[1:] + (x,); yield w
print(max(sum(w) for w in window(range(100000), 5)))
print([ (k, len(list(g))) for k, g in itertools.groupby(sorted(range(100000), key=lambda x: x % 7), key=lambda x: x % 7)])
