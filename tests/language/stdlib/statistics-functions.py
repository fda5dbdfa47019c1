# statistics functions
import statistics as s

print(s.mean([1, 2, 3, 4]), s.median([1, 3, 2]), s.median([1, 2, 3, 4]), s.mode("aabbb"), s.multimode("aabb"), s.stdev([1, 2, 3, 4, 5]), s.pstdev([2, 4, 4, 4, 5, 5, 7, 9]), s.variance([1, 2, 3]), s.fmean([1.5, 2.5]), s.geometric_mean([1, 4]), s.harmonic_mean([40, 60]), s.quantiles([1, 2, 3, 4, 5], n=4))
# expect: 2.5 2 2.5 b ['a', 'b'] 1.5811388300841898 2.0 1 2.0 2.0 48.0 [1.5, 3.0, 4.5]
try:
    s.mean([])
except s.StatisticsError as e:
    print(e)  # expect: mean requires at least one data point
from fractions import Fraction

print(s.mean([Fraction(1, 3), Fraction(2, 3)]), s.linear_regression([1, 2, 3], [2, 4, 6]))
# expect: 1/2 LinearRegression(slope=2.0, intercept=0.0)
