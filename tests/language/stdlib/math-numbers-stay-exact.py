# math numbers stay exact
import math

print(math.floor(-0.5), math.ceil(-0.5), math.trunc(1e300) == int(1e300), math.fabs(-3), math.factorial(25), math.isqrt(10**30 + 1), math.comb(100, 3), math.perm(20, 5), math.gcd(2**100, 6**50) == 2**50, math.lcm(2**40, 3**20))
# expect: -1 0 True 3.0 15511210043330985984000000 1000000000000000 161700 1860480 True 3833759992447475122176
print(math.log2(2**1000), math.log10(10**200), math.log(10**400) > 921, math.sqrt(10**100), math.fma(2, 3, 4))
# expect: 1000.0 200.0 True 1e+50 10.0
