# primes by removing multiples
n = 200
candidates = set(range(2, n))
for p in range(2, 15):
    if p in candidates:
        candidates -= set(range(p * p, n, p))
print(sorted(candidates))
# expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167, 173, 179, 181, 191, 193, 197, 199]
