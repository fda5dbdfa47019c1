# sums of floats are compensated
print(sum([0.1] * 10), 0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1)
# expect: 1.0 0.9999999999999999
print(sum([1e16, 1.0, -1e16]), sum([1, 2.5, 3]), sum([0.1, 0.2, 0.3]))  # expect: 1.0 6.5 0.6
import math

print(math.fsum([0.1] * 10), math.fsum([1e100, 1.0, -1e100]), sum([float("inf"), 1.0]), sum([1e308, 1e308, -1e308]))
# expect: 1.0 1.0 inf inf
