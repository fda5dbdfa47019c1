# Ints of hundreds of digits, and of sixty bits.
def fact(n):
    r = 1
    for i in range(2, n + 1): r *= i
    return r
print(fact(3000).bit_length())
def modpow(b, e, m):
    r = 1
    while e:
        if e & 1: r = r * b % m
        b = b * b % m; e >>= 1
    return r
def is_prime(n, ks=(2,3,5,7,11,13,17,19,23,29,31,37)):
    if n < 2: return False
    for p in ks:
        if n % p == 0: return n == p
    d, s = n-1, 0
    while d % 2 == 0: d //= 2; s += 1
    for a in ks:
        x = modpow(a, d, n)
        if x in (1, n-1): continue
        for _ in range(s-1):
            x = x * x % n
            if x == n-1: break
        else: return False
    return True
print([p for p in range(10**12, 10**12+1500) if is_prime(p)][:5])
print(is_prime(2**127-1), is_prime(2**521-1))
a, b = 0, 1
for _ in range(20000): a, b = b, a + b
print(a % 10**20)
def collatz(limit):
    best = (0, 0); cache = {1: 1}
    for i in range(1, limit):
        n, c = i, 0
        path = []
        while n not in cache:
            path.append(n); n = n // 2 if n % 2 == 0 else 3 * n + 1
        l = cache[n]
        for p in reversed(path): l += 1; cache[p] = l
        if cache[i] > best[0]: best = (cache[i], i)
    return best
print(collatz(100000))
h = 0
for i in range(300000): h = (h * 1103515245 + 12345 + i) & 0xFFFFFFFF
print(h)
h = 14695981039346656037
for i in range(200000): h = ((h ^ (i & 255)) * 1099511628211) & 0xFFFFFFFFFFFFFFFF
print(h)
