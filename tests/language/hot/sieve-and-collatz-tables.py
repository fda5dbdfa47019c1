# sieve and collatz tables
n = 3000
sieve = [True] * n
sieve[0] = sieve[1] = False
for i in range(2, int(n**0.5) + 1):
    if sieve[i]:
        for j in range(i * i, n, i):
            sieve[j] = False
primes = [i for i in range(n) if sieve[i]]
print(len(primes), primes[-5:], sum(primes))  # expect: 430 [2957, 2963, 2969, 2971, 2999] 593823
cache = {1: 1}
for start in range(2, 1000):
    n, path = start, []
    while n not in cache:
        path.append(n)
        n = n // 2 if n % 2 == 0 else 3 * n + 1
    length = cache[n]
    for p in reversed(path):
        length += 1
        cache[p] = length
print(max(range(1, 1000), key=cache.__getitem__), len(cache))  # expect: 871 2228
