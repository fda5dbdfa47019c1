# math.fsum keeps as many partial sums as it takes
import math

values = [2.0**n - 2.0 ** (n + 50) + 2.0 ** (n + 52) for n in range(-1074, 972, 2)] + [-(2.0**1022)]
print(math.fsum(values).hex())  # expect: 0x1.5555555555555p+970
print(math.fsum(iter(values * 3)).hex())  # expect: 0x1.0000000000000p+972
print(math.fsum([(-1) ** (n // 3) * 2.0**n for n in range(-1074, 1000)]).hex())
# expect: -0x1.c71c71c71c71cp+996
