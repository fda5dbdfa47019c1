# negative zero is kept apart
import math
zero, minus = 0.0, -0.0
print(zero == minus, [zero, minus], -zero, minus + minus, minus + zero, minus * 3, zero * -1, minus - zero, abs(minus))
# expect: True [0.0, -0.0] -0.0 -0.0 0.0 -0.0 -0.0 -0.0 0.0
print(math.copysign(1, minus), math.atan2(minus, -1.0), str(minus), repr((minus,)), f"{minus:.1f} {minus:+} {minus:e}", "%g" % minus)
# expect: -1.0 -3.141592653589793 -0.0 (-0.0,) -0.0 -0.0 -0.000000e+00 -0
print({zero: 1}[minus], max(zero, minus), max(minus, zero), min(zero, minus), sorted([zero, minus, zero]), 0 * -1.5, -0, 0 / -5, -0.0 // 1, -0.0 % 3, 5 % -5.0)
# expect: 1 0.0 -0.0 0.0 [0.0, -0.0, 0.0] -0.0 0 -0.0 -0.0 0.0 -0.0
print(round(-0.4), round(-0.4, 0), int(minus), bool(minus), minus or "empty", float("-0"), -0.0 ** 2, (-0.0) ** 2, (-0.0) ** 3)
# expect: 0 -0.0 0 False empty -0.0 -0.0 0.0 -0.0
def negate(x):
    return -x
print([negate(0.0) for _ in range(3)], [negate(0) for _ in range(2)], complex(minus, minus), -(0j))
# expect: [-0.0, -0.0, -0.0] [0, 0] (-0-0j) (-0-0j)
