# sieve of eratosthenes
n = 1000
flags = bytearray([1]) * (n + 1)
flags[0] = flags[1] = 0
for i in range(2, int(n**0.5) + 1):
    if flags[i]:
        flags[i * i :: i] = bytes(len(range(i * i, n + 1, i)))
print(sum(flags), [i for i in range(60) if flags[i]])
# expect: 168 [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59]
