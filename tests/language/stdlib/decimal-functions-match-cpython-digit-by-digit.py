# decimal: every operation in several contexts and rounding modes, digit by digit
from decimal import *

ROUNDINGS = [ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP]
numbers = [Decimal(t) for t in "0 -0 1 -1 1.50 -2.5 2.5 12345678.9 -1E-8 9.99999 1E+20 7E-15 100 0.1 NaN -sNaN7 Infinity -Infinity".split()]
for number in numbers[2:14]:
    print(number, [str(number.quantize(Decimal("0.1") if number < 1000 else Decimal(100), rounding=r)) for r in ROUNDINGS])
# expect: 1 ['1.0', '1.0', '1.0', '1.0', '1.0', '1.0', '1.0', '1.0']
# expect: -1 ['-1.0', '-1.0', '-1.0', '-1.0', '-1.0', '-1.0', '-1.0', '-1.0']
# expect: 1.50 ['1.5', '1.5', '1.5', '1.5', '1.5', '1.5', '1.5', '1.5']
# expect: -2.5 ['-2.5', '-2.5', '-2.5', '-2.5', '-2.5', '-2.5', '-2.5', '-2.5']
# expect: 2.5 ['2.5', '2.5', '2.5', '2.5', '2.5', '2.5', '2.5', '2.5']
# expect: 12345678.9 ['12345679', '12345678', '12345679', '12345678', '12345679', '12345679', '12345679', '12345678']
# expect: -1E-8 ['-0.1', '-0.0', '-0.0', '-0.1', '-0.0', '-0.0', '-0.0', '-0.1']
# expect: 9.99999 ['10.0', '9.9', '10.0', '9.9', '10.0', '10.0', '10.0', '9.9']
# expect: 1E+20 ['100000000000000000000', '100000000000000000000', '100000000000000000000', '100000000000000000000', '100000000000000000000', '100000000000000000000', '100000000000000000000', '100000000000000000000']
# expect: 7E-15 ['0.1', '0.0', '0.1', '0.0', '0.0', '0.0', '0.0', '0.1']
# expect: 100 ['100.0', '100.0', '100.0', '100.0', '100.0', '100.0', '100.0', '100.0']
# expect: 0.1 ['0.1', '0.1', '0.1', '0.1', '0.1', '0.1', '0.1', '0.1']
context = Context(prec=6, Emin=-20, Emax=20, traps=[])
for name in "abs exp ln log10 minus next_minus next_plus normalize to_integral_exact sqrt logb number_class is_normal is_subnormal to_sci_string to_eng_string".split():
    print(name, *[getattr(context, name)(number) for number in numbers])
# expect: abs 0 0 1 1 1.50 2.5 2.5 1.23457E+7 1E-8 9.99999 1E+20 7E-15 100 0.1 NaN -NaN7 Infinity Infinity
# expect: exp 1 1 2.71828 0.367879 4.48169 0.0820850 12.1825 Infinity 1.00000 22026.2 Infinity 1.00000 Infinity 1.10517 NaN -NaN7 Infinity 0
# expect: ln -Infinity -Infinity 0 NaN 0.405465 NaN 0.916291 16.3288 NaN 2.30258 46.0517 -32.5929 4.60517 -2.30259 NaN -NaN7 Infinity NaN
# expect: log10 -Infinity -Infinity 0 NaN 0.176091 NaN 0.397940 7.09151 NaN 1.00000 20 -14.1549 2 -1 NaN -NaN7 Infinity NaN
# expect: minus 0 0 -1 1 -1.50 2.5 -2.5 -1.23457E+7 1E-8 -9.99999 -1E+20 -7E-15 -100 -0.1 NaN -NaN7 -Infinity Infinity
# expect: next_minus -1E-25 -1E-25 0.999999 -1.00001 1.49999 -2.50001 2.49999 1.23456E+7 -1.00001E-8 9.99998 9.99999E+19 6.99999E-15 99.9999 0.0999999 NaN -NaN7 9.99999E+20 -Infinity
# expect: next_plus 1E-25 1E-25 1.00001 -0.999999 1.50001 -2.49999 2.50001 1.23457E+7 -9.99999E-9 10.0000 1.00001E+20 7.00001E-15 100.001 0.100001 NaN -NaN7 Infinity -9.99999E+20
# expect: normalize 0 -0 1 -1 1.5 -2.5 2.5 1.23457E+7 -1E-8 9.99999 1E+20 7E-15 1E+2 0.1 NaN -NaN7 Infinity -Infinity
# expect: to_integral_exact 0 -0 1 -1 2 -2 2 12345679 -0 10 1E+20 0 100 0 NaN -NaN7 Infinity -Infinity
# expect: sqrt 0 -0 1 NaN 1.22474 NaN 1.58114 3513.64 NaN 3.16228 1E+10 8.36660E-8 10 0.316228 NaN -NaN7 Infinity NaN
# expect: logb -Infinity -Infinity 0 0 0 0 0 7 -8 0 20 -15 2 -1 NaN -NaN7 Infinity Infinity
# expect: number_class +Zero -Zero +Normal -Normal +Normal -Normal +Normal +Normal -Normal +Normal +Normal +Normal +Normal +Normal NaN sNaN +Infinity -Infinity
# expect: is_normal False False True True True True True True True True True True True True False False False False
# expect: is_subnormal False False False False False False False False False False False False False False False False False False
# expect: to_sci_string 0 -0 1 -1 1.50 -2.5 2.5 12345678.9 -1E-8 9.99999 1E+20 7E-15 100 0.1 NaN -sNaN7 Infinity -Infinity
# expect: to_eng_string 0 -0 1 -1 1.50 -2.5 2.5 12345678.9 -10E-9 9.99999 100E+18 7E-15 100 0.1 NaN -sNaN7 Infinity -Infinity
for name in "add subtract multiply divide divide_int remainder remainder_near compare max min_mag next_toward power compare_total copy_sign same_quantum scaleb shift rotate".split():
    print(name, *[getattr(context, name)(a, b) for a in numbers[1:8] for b in numbers[2:7] + numbers[14:16]])
# expect: add 1 -1 1.50 -2.5 2.5 NaN -NaN7 2 0 2.50 -1.5 3.5 NaN -NaN7 0 -2 0.50 -3.5 1.5 NaN -NaN7 2.50 0.50 3.00 -1.00 4.00 NaN -NaN7 -1.5 -3.5 -1.00 -5.0 0.0 NaN -NaN7 3.5 1.5 4.00 0.0 5.0 NaN -NaN7 1.23457E+7 1.23457E+7 1.23457E+7 1.23457E+7 1.23457E+7 NaN -NaN7
# expect: subtract -1 1 -1.50 2.5 -2.5 NaN -NaN7 0 2 -0.50 3.5 -1.5 NaN -NaN7 -2 0 -2.50 1.5 -3.5 NaN -NaN7 0.50 2.50 0.00 4.00 -1.00 NaN -NaN7 -3.5 -1.5 -4.00 0.0 -5.0 NaN -NaN7 1.5 3.5 1.00 5.0 0.0 NaN -NaN7 1.23457E+7 1.23457E+7 1.23457E+7 1.23457E+7 1.23457E+7 NaN -NaN7
# expect: multiply -0 0 -0.00 0.0 -0.0 NaN -NaN7 1 -1 1.50 -2.5 2.5 NaN -NaN7 -1 1 -1.50 2.5 -2.5 NaN -NaN7 1.50 -1.50 2.2500 -3.750 3.750 NaN -NaN7 -2.5 2.5 -3.750 6.25 -6.25 NaN -NaN7 2.5 -2.5 3.750 -6.25 6.25 NaN -NaN7 1.23457E+7 -1.23457E+7 1.85185E+7 -3.08642E+7 3.08642E+7 NaN -NaN7
# expect: divide -0 0 -0E+2 0E+1 -0E+1 NaN -NaN7 1 -1 0.666667 -0.4 0.4 NaN -NaN7 -1 1 -0.666667 0.4 -0.4 NaN -NaN7 1.50 -1.50 1 -0.6 0.6 NaN -NaN7 -2.5 2.5 -1.66667 1 -1 NaN -NaN7 2.5 -2.5 1.66667 -1 1 NaN -NaN7 1.23457E+7 -1.23457E+7 8.23045E+6 -4.93827E+6 4.93827E+6 NaN -NaN7
# expect: divide_int -0 0 -0 0 -0 NaN -NaN7 1 -1 0 -0 0 NaN -NaN7 -1 1 -0 0 -0 NaN -NaN7 1 -1 1 -0 0 NaN -NaN7 -2 2 -1 1 -1 NaN -NaN7 2 -2 1 -1 1 NaN -NaN7 NaN NaN NaN NaN NaN NaN -NaN7
# expect: remainder -0 -0 -0.00 -0.0 -0.0 NaN -NaN7 0 0 1.00 1.0 1.0 NaN -NaN7 -0 -0 -1.00 -1.0 -1.0 NaN -NaN7 0.50 0.50 0.00 1.50 1.50 NaN -NaN7 -0.5 -0.5 -1.00 -0.0 -0.0 NaN -NaN7 0.5 0.5 1.00 0.0 0.0 NaN -NaN7 NaN NaN NaN NaN NaN NaN -NaN7
# expect: remainder_near -0 -0 -0.00 -0.0 -0.0 NaN -NaN7 0 0 -0.50 1.0 1.0 NaN -NaN7 -0 -0 0.50 -1.0 -1.0 NaN -NaN7 -0.50 -0.50 0.00 -1.00 -1.00 NaN -NaN7 -0.5 -0.5 0.50 -0.0 -0.0 NaN -NaN7 0.5 0.5 -0.50 0.0 0.0 NaN -NaN7 NaN NaN NaN NaN NaN NaN -NaN7
# expect: compare -1 1 -1 1 -1 NaN -NaN7 0 1 -1 1 -1 NaN -NaN7 -1 0 -1 1 -1 NaN -NaN7 1 1 0 1 -1 NaN -NaN7 -1 -1 -1 0 -1 NaN -NaN7 1 1 1 1 0 NaN -NaN7 1 1 1 1 1 NaN -NaN7
# expect: max 1 -0 1.50 -0 2.5 -0 -NaN7 1 1 1.50 1 2.5 1 -NaN7 1 -1 1.50 -1 2.5 -1 -NaN7 1.50 1.50 1.50 1.50 2.5 1.50 -NaN7 1 -1 1.50 -2.5 2.5 -2.5 -NaN7 2.5 2.5 2.5 2.5 2.5 2.5 -NaN7 1.23457E+7 1.23457E+7 1.23457E+7 1.23457E+7 1.23457E+7 1.23457E+7 -NaN7
# expect: min_mag -0 -0 -0 -0 -0 -0 -NaN7 1 -1 1 1 1 1 -NaN7 -1 -1 -1 -1 -1 -1 -NaN7 1 -1 1.50 1.50 1.50 1.50 -NaN7 1 -1 1.50 -2.5 -2.5 -2.5 -NaN7 1 -1 1.50 -2.5 2.5 2.5 -NaN7 1 -1 1.50 -2.5 2.5 1.23457E+7 -NaN7
# expect: next_toward 1E-25 -1E-25 1E-25 -1E-25 1E-25 NaN -NaN7 1 0.999999 1.00001 0.999999 1.00001 NaN -NaN7 -0.999999 -1 -0.999999 -1.00001 -0.999999 NaN -NaN7 1.49999 1.49999 1.50 1.49999 1.50001 NaN -NaN7 -2.49999 -2.49999 -2.49999 -2.5 -2.49999 NaN -NaN7 2.49999 2.49999 2.49999 2.49999 2.5 NaN -NaN7 1.23456E+7 1.23456E+7 1.23456E+7 1.23456E+7 1.23456E+7 NaN -NaN7
# expect: power -0 -Infinity 0 Infinity 0 NaN -NaN7 1 1 1.00000 1.00000 1.00000 NaN -NaN7 -1 -1 NaN NaN NaN NaN -NaN7 1.50 0.666667 1.83712 0.362887 2.75568 NaN -NaN7 -2.5 -0.4 NaN NaN NaN NaN -NaN7 2.5 0.4 3.95285 0.101193 9.88212 NaN -NaN7 1.23457E+7 8.10000E-8 4.33783E+10 1.86729E-18 5.35534E+17 NaN -NaN7
# expect: compare_total -1 1 -1 1 -1 -1 1 0 1 -1 1 -1 -1 1 -1 0 -1 1 -1 -1 1 1 1 0 1 -1 -1 1 -1 -1 -1 0 -1 -1 1 1 1 1 1 0 -1 1 1 1 1 1 1 -1 1
# expect: copy_sign 0 -0 0 -0 0 0 -0 1 -1 1 -1 1 1 -1 1 -1 1 -1 1 1 -1 1.50 -1.50 1.50 -1.50 1.50 1.50 -1.50 2.5 -2.5 2.5 -2.5 2.5 2.5 -2.5 2.5 -2.5 2.5 -2.5 2.5 2.5 -2.5 12345678.9 -12345678.9 12345678.9 -12345678.9 12345678.9 12345678.9 -12345678.9
# expect: same_quantum True True False False False False False True True False False False False False True True False False False False False False False True False False False False False False False True True False False False False False True True False False False False False True True False False
# expect: scaleb -0E+1 -0.0 NaN NaN NaN NaN -NaN7 1E+1 0.1 NaN NaN NaN NaN -NaN7 -1E+1 -0.1 NaN NaN NaN NaN -NaN7 15.0 0.150 NaN NaN NaN NaN -NaN7 -25 -0.25 NaN NaN NaN NaN -NaN7 25 0.25 NaN NaN NaN NaN -NaN7 1.23457E+8 1.23457E+6 NaN NaN NaN NaN -NaN7
# expect: shift -0 -0 NaN NaN NaN NaN -NaN7 10 0 NaN NaN NaN NaN -NaN7 -10 -0 NaN NaN NaN NaN -NaN7 15.00 0.15 NaN NaN NaN NaN -NaN7 -25.0 -0.2 NaN NaN NaN NaN -NaN7 25.0 0.2 NaN NaN NaN NaN -NaN7 56789.0 4567.8 NaN NaN NaN NaN -NaN7
# expect: rotate -0 -0 NaN NaN NaN NaN -NaN7 10 100000 NaN NaN NaN NaN -NaN7 -10 -100000 NaN NaN NaN NaN -NaN7 15.00 0.15 NaN NaN NaN NaN -NaN7 -25.0 -50000.2 NaN NaN NaN NaN -NaN7 25.0 50000.2 NaN NaN NaN NaN -NaN7 56789.4 94567.8 NaN NaN NaN NaN -NaN7
print(context.flags)
# expect: {<class 'decimal.InvalidOperation'>:True, <class 'decimal.FloatOperation'>:False, <class 'decimal.DivisionByZero'>:True, <class 'decimal.Overflow'>:True, <class 'decimal.Underflow'>:True, <class 'decimal.Subnormal'>:True, <class 'decimal.Inexact'>:True, <class 'decimal.Rounded'>:True, <class 'decimal.Clamped'>:False}
print(Decimal(2).fma(3, 4), Decimal("1e5").fma("7" and Decimal("7e5"), Decimal("-7e10")), pow(Decimal(7), 20, 13), context.power(7, 20, modulo=13))
# expect: 10 0E+10 3 3
print(Decimal("1011").logical_and(Decimal("1101")), Decimal("1011").logical_or(Decimal("100")), Decimal("1011").logical_xor(Decimal("1101")), Decimal("1011").logical_invert(Context(prec=6)))
# expect: 1001 1111 110 110100
with localcontext(prec=60):
    print(Decimal(2).sqrt(), Decimal(10).ln(), Decimal("0.1").exp(), Decimal(7).log10(), Decimal(2) ** Decimal("0.3"), Decimal("1.0000000001").ln(), sep="\n")
# expect: 1.41421356237309504880168872420969807856967187537694807317668
# expect: 2.30258509299404568401799145468436420760110148862877297603333
# expect: 1.10517091807564762481170782649024666822454719473751871879286
# expect: 0.845098040014256830712216258592636193483572396323965406503635
# expect: 1.23114441334491628449939306916774310987613776110081779433707
# expect: 9.99999999950000000003333333333083333333353333333331666666667E-11
with localcontext(prec=500):
    print(Decimal(3).exp(), Decimal(3).ln() * 1)
# expect: 20.085536923187667740928529654581717896987907838554150144378934229698845878091973731204497160253017702153607615851949002881811012479353506690232621784477250503945677100066077851812229047884383940258152534709352622981465538424555697733515108150118404754933838497843177676070913772862491787349396037822793717687131254060597553426640826030948663920216258667391181810214344259764861014474396820785921168141968374822368909432288207477947123807177512347959483556312918707177239803255707224069613267643088698 1.0986122886681096913952452369225257046474905578227494517346943336374942932186089668736157548137320887879700290659578657423680042259305198210528018707672774106031627691833813671793736988443609599037425703167959115211455919177506713470549401667755802222031702529468975606901065215056428681380363173732985777823669916547921318181490200301038236301222486527481982259910974524908964580534670088459650857484441190188570876474948670796130858294116021661211840014098255143919487688936798494302255731535329685
