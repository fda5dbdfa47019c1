# math basics
import math

print(math.sqrt(2), math.exp(1), math.log(10), math.log10(1000), math.log2(8), math.log(8, 2))
# expect: 1.4142135623730951 2.718281828459045 2.302585092994046 3.0 3.0 3.0
print(math.sin(1), math.cos(1), math.tan(1), math.asin(1), math.acos(0), math.atan(1), math.atan2(1, -1))
# expect: 0.8414709848078965 0.5403023058681398 1.5574077246549023 1.5707963267948966 1.5707963267948966 0.7853981633974483 2.356194490192345
print(math.hypot(3, 4), math.hypot(1, 2, 2), math.dist((0, 0), (3, 4)), math.degrees(math.pi), math.radians(180))
# expect: 5.0 3.0 5.0 180.0 3.141592653589793
print(math.fmod(-7, 3), math.remainder(7, 4), math.modf(-2.5), math.frexp(10), math.ldexp(0.625, 4))
# expect: -1.0 -1.0 (-0.5, -2.0) (0.625, 4) 10.0
