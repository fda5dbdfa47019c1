# Plain cases of decimals are the core's, all else is Python code's: both sides of the border, digests of what CPython says.
import operator
import zlib
from decimal import *

ROUNDINGS = [ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP]
TEXTS = ["0", "-0", "0E+5", "-0E-9", "1", "-1", "0.5", "-2.5", "1E+3", "-1E-7", "99999", "-0.00099995", "18446744073709551615", "1E-30",
         "18446744073709551616E-5", "12345678901234567890123456789", "9" * 36, "-" + "9" * 37, "1" + "0" * 37, "9" * 38, "1" * 39, "5" * 45 + "E-50",
         "4999999999999999999999999999E-3", "5000000000000000000000000001E-28", "170141183460469231731687303715884105728", "Infinity", "NaN"]
NUMBERS = [Decimal(text) for text in TEXTS] + [3, -7, 2**31, 2**47, -2**48, 2**63, 2**64, 10**30]
OPERATORS = [operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv, operator.mod, operator.lt, operator.eq]


def digest(operation, pairs):
    lines = []
    context = getcontext()
    for a, b in pairs:
        context.clear_flags()
        try:
            found = repr(operation(a, b))
        except (DecimalException, TypeError, ValueError, OverflowError) as error:
            found = type(error).__name__
        lines.append(f"{found} {[signal.__name__ for signal in context.flags if context.flags[signal]]}")
    return f"{zlib.crc32(chr(10).join(lines).encode()):08x}"


pairs = [(a, b) for a in NUMBERS for b in NUMBERS if isinstance(a, Decimal) or isinstance(b, Decimal)]
for prec in (5, 28, 36, 37):
    for rounding in ROUNDINGS:
        setcontext(Context(prec=prec, rounding=rounding, traps=[InvalidOperation, DivisionByZero]))
        print(*[digest(operation, pairs) for operation in OPERATORS])
# expect: 49b7b597 37a0f249 b76a166e c5007bac 0e0f129c 3ecba0e1 b8951ab7 341ea907
# expect: df6be44c 96d32f45 98084771 8e7d2cb7 0e0f129c 37b89720 b8951ab7 341ea907
# expect: 97c2d7af 4c7dfd58 f87856f3 3da3de78 0e0f129c b2be1e15 b8951ab7 341ea907
# expect: a3a913cd b96d340e d71a07ec a7e83fa1 0e0f129c bbcd29d4 b8951ab7 341ea907
# expect: f4453eed d1da16dc 1f8856f3 33e68f1d 0e0f129c 86bbe8d1 b8951ab7 341ea907
# expect: eda0074f 1a67bf5e 28e9c735 33e68f1d 0e0f129c 86bbe8d1 b8951ab7 341ea907
# expect: 743d4995 1a67bf5e 4f2e1c3c 33e68f1d 0e0f129c 86bbe8d1 b8951ab7 341ea907
# expect: f3de2714 843287d8 fe38361e 61da6671 0e0f129c 3cdbaebb b8951ab7 341ea907
# expect: 00c3361a 0d5bb391 1172fe84 064fa89a 819a6065 9c66e17a b8951ab7 341ea907
# expect: 68ebd0b7 0187dec7 d73dacea c4a6a644 819a6065 47ceb798 b8951ab7 341ea907
# expect: b6b0e940 66c4d5d9 e59fefe0 f518ac26 819a6065 2b61c050 b8951ab7 341ea907
# expect: 99d622cf a5090fcd 23d0bd8e eb716591 819a6065 f0c996b2 b8951ab7 341ea907
# expect: 2faf1be3 c1ad9e85 09d867d4 dd828f04 819a6065 91400e29 b8951ab7 341ea907
# expect: 20a6bb58 78ecb2ba 59d3f763 dd828f04 819a6065 91400e29 b8951ab7 341ea907
# expect: 20a6bb58 78ecb2ba e2494f97 dd828f04 819a6065 91400e29 b8951ab7 341ea907
# expect: 66ac6c14 b37f6179 bc0e498e 576e4cd4 819a6065 09dbb627 b8951ab7 341ea907
# expect: 69b5277a 04c6d7ee c6fbb215 2556db34 babf56b6 6f060dec b8951ab7 341ea907
# expect: ed1d200d 902562e5 f2ef1c86 b15498dc babf56b6 97c35737 b8951ab7 341ea907
# expect: 90e29e54 3d7d1dc5 df2db786 905d6b0b babf56b6 a774da6a b8951ab7 341ea907
# expect: 26fbea32 0b2f0298 eb391915 52cdb9d6 babf56b6 5fb180b1 b8951ab7 341ea907
# expect: 75b06b2a 83518cdc 6cbeebe5 2c66452c babf56b6 a3449fa5 b8951ab7 341ea907
# expect: 5d9746db d40ee615 6051d264 2c66452c babf56b6 a3449fa5 b8951ab7 341ea907
# expect: ac2d665f 96bb9950 6cbeebe5 2c66452c babf56b6 a3449fa5 b8951ab7 341ea907
# expect: 0879df03 cfdf67f7 7abd5dcd c4601dfa babf56b6 1da2680f b8951ab7 341ea907
# expect: 711cc5a0 8e9dd909 6ee7f180 a8495f6b 599cb3a7 15846861 b8951ab7 341ea907
# expect: 79fd72c5 d5e2451f 3bbc84c3 ee97ac10 599cb3a7 d9d65be0 b8951ab7 341ea907
# expect: f0a83b3b 6bf1b08a cfa10ee6 18ec93f2 599cb3a7 58c24ccf b8951ab7 341ea907
# expect: 6f331c27 71807871 9afa7ba5 ec0d10f6 599cb3a7 94907f4e b8951ab7 341ea907
# expect: a3ec4839 36bb9286 2505d6f9 f7cb08b5 599cb3a7 fc2263f7 b8951ab7 341ea907
# expect: 2440ba58 85141a5a b2902350 c434cb0a 599cb3a7 fc2263f7 b8951ab7 341ea907
# expect: b3300740 d994bfd3 2505d6f9 f7cb08b5 599cb3a7 fc2263f7 b8951ab7 341ea907
# expect: b8433a72 1830f983 a67e3511 31599eb4 599cb3a7 2c4bc4cb b8951ab7 341ea907
singles = [(Decimal(a), None) for a in NUMBERS]
UNARY = [operator.neg, operator.pos, abs, str, lambda x: format(x, ".3f"), lambda x: hash(x) == hash(int(x)) if x == int(x) else 0, int, round]
for rounding in ROUNDINGS:
    setcontext(Context(prec=9, rounding=rounding, Emax=40, Emin=-40, traps=[Overflow, InvalidOperation]))
    print(*[digest(lambda a, _: operation(a), singles) for operation in UNARY],
          *[digest(lambda a, b: a.quantize(Decimal(b)), [(a, b) for a, _ in singles for b in ("1", ".01", "1E+2", "1E-38")])])
# expect: 0f6f7a20 c89a97f4 1f78a6d1 e3093df7 a2a146d2 5b24878e 671922c4 18e4136c 8eab93e8
# expect: e2948a2d 597166ab 3b902000 e3093df7 3a693cb1 5b24878e 671922c4 18e4136c 1ca403be
# expect: 18f334c2 686691fd 1f78a6d1 e3093df7 71581ec9 5b24878e 671922c4 18e4136c ba8d4388
# expect: 157e28b9 732ca976 3b902000 e3093df7 e99064aa 5b24878e 671922c4 18e4136c 36b65fe0
# expect: 3cbac07b a5be6fa6 352496a7 e3093df7 8eefbd2a 5b24878e 671922c4 18e4136c 008d6d3d
# expect: 3cbac07b a5be6fa6 352496a7 e3093df7 8eefbd2a 5b24878e 671922c4 18e4136c 6e0fa9a3
# expect: 3cbac07b a5be6fa6 352496a7 e3093df7 8eefbd2a 5b24878e 671922c4 18e4136c 6e0fa9a3
# expect: 536d1074 1525ee06 b0453986 e3093df7 64bcc5e5 5b24878e 671922c4 18e4136c ca9930d7

# A trapped condition raises and leaves its flag.
setcontext(Context(prec=3, traps=[Inexact]))
try:
    Decimal("1.2345") + 1
except Inexact as error:
    print(error.args, getcontext().flags[Inexact], getcontext().flags[Rounded])
# expect: ([<class 'decimal.Inexact'>],) True True
print(Decimal("1.20") + 1, getcontext().prec)  # expect: 2.20 3


class Money(Decimal):
    pass


print(type(Money("1.5") + 1), type(1 + Money("1.5")), Money("2.50"), hash(Money("2.5")) == hash(2.5))
# expect: <class 'decimal.Decimal'> <class 'decimal.Decimal'> 2.50 True
for text in ("1_0", " 12 ", ".5", "5.", ".", "e5", "1e", "--1", "1E+10", "-.5e-3", "00012", "1e999999", "1e-1000000", "٣", "+", "", "1 2", "1e+"):
    try:
        print(repr(Decimal(text)))
    except InvalidOperation as error:
        print(error)
# expect: Decimal('10')
# expect: Decimal('12')
# expect: Decimal('0.5')
# expect: Decimal('5')
# expect: Decimal('NaN')
# expect: Decimal('NaN')
# expect: Decimal('NaN')
# expect: Decimal('NaN')
# expect: Decimal('1E+10')
# expect: Decimal('-0.0005')
# expect: Decimal('12')
# expect: Decimal('1E+999999')
# expect: Decimal('1E-1000000')
# expect: Decimal('3')
# expect: Decimal('NaN')
# expect: Decimal('NaN')
# expect: Decimal('NaN')
# expect: Decimal('NaN')
print(Decimal(True), Decimal(1.5), Decimal((1, (1, 2), -1)), Decimal() + True, Decimal("1.5").__add__(1.5))
# expect: 1 1.5 -1.2 1 NotImplemented
