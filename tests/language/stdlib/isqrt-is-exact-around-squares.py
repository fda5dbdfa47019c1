# isqrt is exact around squares, below and above 2**47
import math
wrong = 0
for r in [1, 2, 3, 10, 255, 65535, 65536, 2**23 - 1, 2**23, 11863283, 11863282, 2**24, 2**31, 2**40]:
    for d in (-2, -1, 0, 1, 2):
        n = r * r + d
        if n >= 0:
            s = math.isqrt(n)
            if not s * s <= n < (s + 1) ** 2:
                wrong += 1
for n in range(3000):
    s = math.isqrt(n)
    if not s * s <= n < (s + 1) ** 2:
        wrong += 1
print(wrong)  # expect: 0
print(math.isqrt(2**47 - 1), math.isqrt(2**47), math.isqrt(True), math.isqrt(0))
# expect: 11863283 11863283 1 0
try:
    math.isqrt(-1)
except ValueError as e:
    print(e)  # expect: isqrt() argument must be nonnegative
