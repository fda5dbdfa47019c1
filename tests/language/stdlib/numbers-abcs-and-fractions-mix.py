# numbers abcs and fractions mix
import numbers
from decimal import Decimal
from fractions import Fraction

for v in (1, True, 1.5, 1j, Fraction(1, 2), Decimal("1.5"), "x"):
    print(repr(v), [k.__name__ for k in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral) if isinstance(v, k)])
# expect: 1 ['Number', 'Complex', 'Real', 'Rational', 'Integral']
# expect: True ['Number', 'Complex', 'Real', 'Rational', 'Integral']
# expect: 1.5 ['Number', 'Complex', 'Real']
# expect: 1j ['Number', 'Complex']
# expect: Fraction(1, 2) ['Number', 'Complex', 'Real', 'Rational']
# expect: Decimal('1.5') ['Number']
# expect: 'x' []
print(Fraction(1, 2) + 1, Fraction(1, 2) + 0.5, 2 ** Fraction(1, 2) == 2**0.5, Fraction(3, 2) > 1.25, Fraction(1, 2) == Decimal("0.5"), sum([Fraction(1, 2), 1]))
# expect: 3/2 1.0 True True True 3/2
try:
    Fraction(1, 2) + Decimal(1)
except TypeError as e:
    print(e)  # expect: unsupported operand type(s) for +: 'Fraction' and 'decimal.Decimal'
