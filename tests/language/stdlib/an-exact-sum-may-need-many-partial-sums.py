# math.fsum keeps as many partial sums as the bits of the numbers ask for
import math
from random import Random

values = [2.0**n for n in range(-1074, 1000, 54)]
print(math.fsum(values) == 2.0**952 + 2.0**898)  # expect: False
spread = [2.0**n - 2.0 ** (n + 50) + 2.0 ** (n + 52) for n in range(-1074, 972, 2)] + [-(2.0**1022)]
print(math.fsum(spread).hex())  # expect: 0x1.5555555555555p+970
Random(1).shuffle(spread)
print(math.fsum(spread).hex())  # expect: 0x1.5555555555555p+970
print(math.fsum([2.0**n for n in range(-1074, 1000, 2)]).hex())  # expect: 0x1.5555555555555p+998
