# math functions convert all of their arguments
import math
from decimal import Decimal
from fractions import Fraction


class N:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n


class F:
    def __init__(self, x): self.x = x
    def __float__(self): return self.x


half, n = Fraction(1, 2), N(3)
print(math.log(half, 2), math.log(8, Fraction(2)), math.log(Decimal(100), 10), math.log(F(2.5), n), math.log(10**400, F(10.0)))
# expect: -1.0 3.0 2.0 0.8340437671464697 399.99999999999994
print(math.isclose(half, 0.5), math.isclose(half, 0.6, abs_tol=F(0.2)), math.isclose(F(1.0), 1.1, rel_tol=half))
# expect: True True True
print(math.dist([half, 1], [2, Decimal(3)]), math.dist((half,), (1,)), math.dist((1,), [F(3.5)]))
# expect: 2.5 0.5 2.5
print(math.gcd(n, 9), math.lcm(2, n), math.factorial(n), math.comb(5, n), math.comb(n, 2), math.perm(n, 2), math.perm(n), math.perm(n, None), math.isqrt(N(17)))
# expect: 3 6 6 10 3 6 6 6 4
print(math.hypot(half, n), math.atan2(half, 1), math.pow(half, n), math.fmod(F(7.5), n), math.copysign(n, F(-1.0)), math.sqrt(Decimal(2)))
# expect: 3.0413812651491097 0.4636476090008061 0.125 1.5 -3.0 1.4142135623730951
for f in (lambda: math.gcd(1.0), lambda: math.gcd('a'), lambda: math.isqrt(N(-1)), lambda: math.isqrt(2.5), lambda: math.factorial(N(-1)), lambda: math.log(F(-1.0), 2), lambda: math.log(2, F(0.0)),
          lambda: math.log(F(1.0), 1), lambda: math.log('a', F(1.0)), lambda: math.isclose(F(1.0), 'a'), lambda: math.dist([F(1.0)], ['a']), lambda: math.comb(N(-1), 1), lambda: math.perm(1.5), lambda: math.gcd(N(N(3))), lambda: math.isqrt(N("a"))):
    try:
        print(f())
    except (TypeError, ValueError, ZeroDivisionError) as e:
        print(type(e).__name__, e)
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: ValueError isqrt() argument must be nonnegative
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: ValueError factorial() not defined for negative values
# expect: ValueError expected a positive input, got -1.0
# expect: ValueError expected a positive input, got 0.0
# expect: ZeroDivisionError division by zero
# expect: TypeError must be real number, not str
# expect: TypeError must be real number, not str
# expect: TypeError must be real number, not str
# expect: ValueError n must be a non-negative integer
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: TypeError __index__ returned non-int (type N)
# expect: TypeError __index__ returned non-int (type str)
