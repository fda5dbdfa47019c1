# math integer functions
import math

print(math.gcd(12, 18, 27), math.lcm(4, 6), math.gcd(), math.lcm(), math.gcd(0, 0))  # expect: 3 12 0 1 0
print(math.factorial(20), math.factorial(30), math.comb(50, 25), math.perm(10, 3), math.perm(5))
# expect: 2432902008176640000 265252859812191058636308480000000 126410606437752 720 120
print(math.isqrt(10**40), math.prod([2, 3, 4]), math.prod([], start=5), math.prod([0.5, 4]))
# expect: 100000000000000000000 24 5 2.0
