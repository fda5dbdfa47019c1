# math classification
import math

inf, nan = math.inf, math.nan
print([math.isnan(x) for x in (1.0, nan, inf)], [math.isinf(x) for x in (1.0, nan, -inf)], [math.isfinite(x) for x in (1, nan, inf)])
# expect: [False, True, False] [False, False, True] [True, False, False]
print(math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1, rel_tol=0.2), math.isclose(0, 1e-10, abs_tol=1e-9), math.isclose(inf, inf))
# expect: True True True True
print(math.copysign(3, -0.0), math.nextafter(1, 2), math.ulp(1.0), math.tau, math.e)
# expect: -3.0 1.0000000000000002 2.220446049250313e-16 6.283185307179586 2.718281828459045
print(math.sumprod([1, 2, 3], [4, 5, 6]), round(math.cbrt(27), 12), math.expm1(1e-10), math.log1p(1e-10))
# expect: 32 3.0 1.00000000005e-10 9.999999999500001e-11
