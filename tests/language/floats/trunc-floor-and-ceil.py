# trunc floor and ceil
import math

for x in (2.7, -2.7, 0.0, -0.5, 1e20, 3):
    print(math.trunc(x), math.floor(x), math.ceil(x), int(x))
# expect: 2 2 3 2
# expect: -2 -3 -2 -2
# expect: 0 0 0 0
# expect: 0 -1 0 0
# expect: 100000000000000000000 100000000000000000000 100000000000000000000 100000000000000000000
# expect: 3 3 3 3
