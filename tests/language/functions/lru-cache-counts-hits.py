# lru cache counts hits
from functools import lru_cache, cache

calls = []


@lru_cache(maxsize=2)
def f(x):
    calls.append(x)
    return x * 10


print([f(x) for x in (1, 2, 1, 3, 2, 2)], calls, f.cache_info())
# expect: [10, 20, 10, 30, 20, 20] [1, 2, 3, 2] CacheInfo(hits=2, misses=4, maxsize=2, currsize=2)
f.cache_clear()
print(f.cache_info(), f.__wrapped__(5))  # expect: CacheInfo(hits=0, misses=0, maxsize=2, currsize=0) 50


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(90), fib.cache_info().misses)  # expect: 2880067194370816120 91
