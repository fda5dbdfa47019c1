# lru_cache and recursion.
from functools import lru_cache, reduce
@lru_cache(maxsize=None)
def edit(a, b):
    if not a: return len(b)
    if not b: return len(a)
    if a[0] == b[0]: return edit(a[1:], b[1:])
    return 1 + min(edit(a[1:], b), edit(a, b[1:]), edit(a[1:], b[1:]))
@lru_cache(maxsize=1000)
def fib(n): return n if n < 2 else fib(n-1) + fib(n-2)
words = ["kitten", "sitting", "saturday", "sunday", "intention", "execution", "levenshtein", "distance", "algorithm", "logarithm"]
t = 0
for r in range(12):
    edit.cache_clear()
    for a in words:
        for b in words:
            t += edit(a, b)
print(t, fib(300))
print(reduce(lambda x, y: (x * 31 + y) % 1000003, range(300000)))
