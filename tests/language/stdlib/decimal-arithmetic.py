# decimal arithmetic
from decimal import ROUND_HALF_UP, Decimal as D, getcontext, localcontext

print(D("0.1") + D("0.2"), D("1") / D("3"), D("2").sqrt(), D("1.10") * 2, D("10") ** -2, D("-7") // 2, D("-7") % 2, D("1e3"), D("3.14159").quantize(D("0.01")), D("2.5").quantize(D("1"), ROUND_HALF_UP), D(0.5), repr(D("1.50")))
# expect: 0.3 0.3333333333333333333333333333 1.414213562373095048801688724 2.20 0.01 -3 -1 1E+3 3.14 3 0.5 Decimal('1.50')
with localcontext() as ctx:
    ctx.prec = 5
    print(D(1) / D(7), D("123456.789") + 0)  # expect: 0.14286 1.2346E+5
print(max(D("1.1"), D("1.09")), sum([D("1.1")] * 3), D("1.0") == D("1.00"), D("NaN").is_nan(), D("Infinity") > 5, f"{D('1234.5'):,.2f}", D("1.20").normalize(), D("1.25").as_tuple())
# expect: 1.1 3.3 True True True 1,234.50 1.2 DecimalTuple(sign=0, digits=(1, 2, 5), exponent=-2)
try:
    D(1) / 0
except ZeroDivisionError as e:
    print(type(e).__name__)  # expect: DivisionByZero
