# Primes.
def sieve(n):
    is_prime = [True] * (n + 1)
    is_prime[0] = is_prime[1] = False
    for i in range(2, int(n ** 0.5) + 1):
        if is_prime[i]:
            for j in range(i * i, n + 1, i):
                is_prime[j] = False
    return [i for i, p in enumerate(is_prime) if p]
print(len(sieve(2_000_000)))
def sieve2(n):
    s = bytearray([1]) * (n + 1)
    s[0:2] = b"\0\0"
    for i in range(2, int(n**.5)+1):
        if s[i]:
            s[i*i::i] = bytes(len(range(i*i, n+1, i)))
    return sum(s)
print(sieve2(3_000_000))
