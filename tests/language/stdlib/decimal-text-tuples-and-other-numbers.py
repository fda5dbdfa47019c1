# decimal: text in and out, format(), tuples, ratios; other kinds of numbers beside it
import copy
import math
import numbers
import pickle
from decimal import *
from fractions import Fraction

print([str(Decimal(t)) for t in (" 1_000.50 ", "1e3", "-.5", "5.", "\u0661\u0662.5", "+inf", "-NaN012", "sNaN", "0E-10", "-0E+3", "123E-9", "1e400")])
# expect: ['1000.50', '1E+3', '-0.5', '5', '12.5', 'Infinity', '-NaN12', 'sNaN', '0E-10', '-0E+3', '1.23E-7', '1E+400']
print([Decimal(t).to_eng_string() for t in ("1e5", "123e-9", "0e-5", "1.5e10", "-0e1")])
# expect: ['100E+3', '123E-9', '0.00000', '15E+9', '-0.00E+3']
for spec in ("", "f", ".2f", "e", ".3e", "E", "g", ".2g", "%", ".1%", ",", ",.2f", "+.1f", " .1f", "020,.2f", "*^30.3e", "<12", "=+12", "n", "010", ".0f"):
    print(repr(spec), *[repr(format(Decimal(t), spec)) for t in ("1234567.891", "-0.0001", "0e5", "-Infinity", "NaN12")])
# expect: '' '1234567.891' '-0.0001' '0E+5' '-Infinity' 'NaN12'
# expect: 'f' '1234567.891' '-0.0001' '0' '-Infinity' 'NaN12'
# expect: '.2f' '1234567.89' '-0.00' '0.00' '-Infinity' 'NaN12'
# expect: 'e' '1.234567891e+6' '-1e-4' '0e+5' '-Infinity' 'NaN12'
# expect: '.3e' '1.235e+6' '-1.000e-4' '0.000e+8' '-Infinity' 'NaN12'
# expect: 'E' '1.234567891E+6' '-1E-4' '0E+5' '-Infinity' 'NaN12'
# expect: 'g' '1234567.891' '-0.0001' '0e+5' '-Infinity' 'NaN12'
# expect: '.2g' '1.2e+6' '-0.0001' '0e+5' '-Infinity' 'NaN12'
# expect: '%' '123456789.1%' '-0.01%' '0%' '-Infinity%' 'NaN12%'
# expect: '.1%' '123456789.1%' '-0.0%' '0.0%' '-Infinity%' 'NaN12%'
# expect: ',' '1,234,567.891' '-0.0001' '0E+5' '-Infinity' 'NaN12'
# expect: ',.2f' '1,234,567.89' '-0.00' '0.00' '-Infinity' 'NaN12'
# expect: '+.1f' '+1234567.9' '-0.0' '+0.0' '-Infinity' '+NaN12'
# expect: ' .1f' ' 1234567.9' '-0.0' ' 0.0' '-Infinity' ' NaN12'
# expect: '020,.2f' '0,000,001,234,567.89' '-0,000,000,000,000.00' '0,000,000,000,000.00' '           -Infinity' '               NaN12'
# expect: '*^30.3e' '***********1.235e+6***********' '**********-1.000e-4***********' '***********0.000e+8***********' '**********-Infinity***********' '************NaN12*************'
# expect: '<12' '1234567.891 ' '-0.0001     ' '0E+5        ' '-Infinity   ' 'NaN12       '
# expect: '=+12' '+1234567.891' '-     0.0001' '+       0E+5' '-   Infinity' '+      NaN12'
# expect: 'n' '1234567.891' '-0.0001' '0e+5' '-Infinity' 'NaN12'
# expect: '010' '1234567.891' '-0000.0001' '0000000E+5' ' -Infinity' '     NaN12'
# expect: '.0f' '1234568' '-0' '0' '-Infinity' 'NaN12'
print(Decimal("-12.50").as_tuple(), Decimal("inf").as_tuple(), Decimal("sNaN5").as_tuple(), Decimal((1, (1, 2, 3), -2)), Decimal((0, (), "n")))
# expect: DecimalTuple(sign=1, digits=(1, 2, 5, 0), exponent=-2) DecimalTuple(sign=0, digits=(0,), exponent='F') DecimalTuple(sign=0, digits=(5,), exponent='N') -1.23 NaN
print(Decimal("-12.50").as_integer_ratio(), Decimal("1e3").as_integer_ratio(), Decimal(0.1), Decimal.from_float(-2.5), Decimal(10 ** 30), Decimal(True))
# expect: (-25, 2) (1000, 1) 0.1000000000000000055511151231257827021181583404541015625 -2.5 1000000000000000000000000000000 1
print(hash(Decimal("0.5")) == hash(0.5) == hash(Fraction(1, 2)), hash(Decimal("-12.00")) == hash(-12), hash(Decimal("1e50")) == hash(10 ** 50), hash(Decimal("inf")) == hash(math.inf))
# expect: True True True True
print(Decimal("0.5") == 0.5, Decimal("0.1") == 0.1, Decimal("0.5") == Fraction(1, 2), Decimal(2) == 2 + 0j, Decimal("0.1") < 0.1, Decimal(3) > Fraction(5, 2), Decimal("NaN") == Decimal("NaN"), Decimal("NaN") != 1)
# expect: True False True True True True False True
print(int(Decimal("-7.9")), float(Decimal("1e-400")), complex(Decimal("1.5")), round(Decimal("2.5")), round(Decimal("2.345"), 2), round(Decimal("1234"), -2), math.floor(Decimal("-1.1")), math.ceil(Decimal("1.1")), math.trunc(Decimal("-1.9")))
# expect: -7 0.0 (1.5+0j) 2 2.34 1.2E+3 -2 2 -1
print(divmod(Decimal("7.5"), 2), 7 - Decimal("0.5"), 2 ** Decimal(3), 10 // Decimal(3), 10 % Decimal(3), 1 / Decimal(8), -Decimal("0"), +Decimal("-0"), abs(Decimal("-1.5")))
# expect: (Decimal('3'), Decimal('1.5')) 6.5 8 3 1 0.125 0 0 1.5
print(isinstance(Decimal(1), numbers.Number), isinstance(Decimal(1), numbers.Real), copy.deepcopy(Decimal("1.10")), pickle.loads(pickle.dumps(Decimal("1.10"))), repr(pickle.loads(pickle.dumps(getcontext()))) == repr(getcontext()))
# expect: True False 1.10 1.10 True
print(sorted([Decimal("1.5"), 1, 1.25, Fraction(4, 3)]), sum([Decimal("0.1")] * 10), max(Decimal(1), 2.5), {Decimal("1.0"): "one"}[1])
# expect: [1, 1.25, Fraction(4, 3), Decimal('1.5')] 1.0 2.5 one


class Money(Decimal):
    """a subclass keeps its class only when it is made"""
    def __new__(cls, value, unit):
        self = super().__new__(cls, value)
        self.unit = unit
        return self


m = Money("1.50", "EUR")
print(repr(m), m.unit, type(m + 1).__name__, type(Decimal(m)).__name__, type(-m).__name__)
# expect: Decimal('1.50') EUR Decimal Decimal Decimal
print("%s %.2f %d %r" % (Decimal("1.5"), Decimal("2.345"), Decimal("7.9"), Decimal("1E+2")), f"{Decimal('3.14159'):>10.3f}|")
# expect: 1.5 2.35 7 Decimal('1E+2')      3.142|
