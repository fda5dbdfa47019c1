# math.gcd and lcm of ints of every size, signs and near-equal ones, against Euclid's algorithm written out
from fractions import Fraction
from math import gcd, lcm


def euclid(a, b):
    a, b = abs(a), abs(b)
    while b:
        a, b = b, a % b
    return a


state = 12345


def number(bits):
    global state
    n = 0
    for _ in range(bits // 30 + 1):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        n = n << 30 | state >> 1
    return n & ((1 << bits) - 1) | 1 << (bits - 1)


sizes = [1, 31, 32, 33, 47, 48, 49, 62, 63, 64, 65, 94, 95, 96, 97, 128, 129, 200, 511, 1000]
for p in sizes:
    for q in sizes:
        for common in (1, 40, 100):
            g = number(common)
            a, b = number(p) * g, number(q) * g
            want = euclid(a, b)
            assert gcd(a, b) == gcd(b, a) == gcd(-a, b) == gcd(a, -b) == gcd(-b, -a) == want and want % g == 0, (a, b)
            assert lcm(a, b) == a * b // want and gcd(a, a + 1) == 1 and gcd(a, a) == a and gcd(a, 0, b) == want
            assert gcd(a * 2**64, b * 2**64) == want * 2**64 and gcd(a, a * b) == a and gcd(a, a * b + 1) == 1
x, y = 0, 1
for i in range(700):
    x, y = y, x + y
    assert gcd(x, y) == 1 and gcd(x * 2**70, y * 2**70) == 2**70
for p in range(60, 140):
    for d in (-2, -1, 0, 1, 2):
        assert gcd(2**p + d, 2**64 - 1) == euclid(2**p + d, 2**64 - 1)
        assert gcd(2**p + d, 2**p - 1) == euclid(2**p + d, 2**p - 1)
print(gcd(3**100 * 2**50, 3**50 * 5**40) == 3**50, Fraction(10**40, 10**30 + 10**20))
# expect: True 100000000000000000000/10000000001
print(sum(Fraction(1, n) for n in range(1, 60)))
# expect: 15063255090319832863132951/3230237388259077233637600
