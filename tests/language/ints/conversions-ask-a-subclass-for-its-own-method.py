# int(), float(), complex(), bytes() and pow() ask instances of subclasses for what their class says
import math
import warnings


class I(int):
    def __int__(self):
        return 42

    def __float__(self):
        return 4.5

    def __trunc__(self):
        return 7


class Indexed(int):
    def __index__(self):
        return 43


class F(float):
    def __float__(self):
        return 42.5


class Plain(int):
    pass


class PlainFloat(float):
    pass


class C(complex):
    def __complex__(self):
        return 42j


def convert(x):
    return int(x)


for _ in range(3):
    for x in (I(1), Plain(2), Indexed(3), PlainFloat(4.5), F(2.5), 5, 6.5, True, Plain(2**70)):
        print(convert(x), float(x), end=" ")
    print()
# expect-json: "42 4.5 2 2.0 3 3.0 4 4.5 2 42.5 5 5.0 6 6.5 1 1.0 1180591620717411303424 1.1805916207174113e+21 "
# expect-json: "42 4.5 2 2.0 3 3.0 4 4.5 2 42.5 5 5.0 6 6.5 1 1.0 1180591620717411303424 1.1805916207174113e+21 "
# expect-json: "42 4.5 2 2.0 3 3.0 4 4.5 2 42.5 5 5.0 6 6.5 1 1.0 1180591620717411303424 1.1805916207174113e+21 "
print(math.sqrt(I(1)), math.sqrt(F(4.0)), "%.1f" % I(1), "%.1f" % F(1.0), "%d" % I(3))
# expect: 2.1213203435596424 2.0 4.5 1.0 3
print(complex(C(1)), complex(1, 2.5), complex(I(1)), complex(F(2.0)))  # expect: 42j (1+2.5j) (4.5+0j) (2+0j)
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    print(complex(C(1), 2), complex(1, 2j), complex(1j, 2j))  # expect: 44j (-1+0j) (-2+1j)

    class Odd:
        def __int__(self):
            return True

        def __float__(self):
            return F(1.5)

    print(int(Odd()), float(Odd()))  # expect: 1 1.5
for each in seen:
    print(each.category.__name__, each.message)
# expect: DeprecationWarning complex() argument 'real' must be a real number, not C
# expect: DeprecationWarning complex() argument 'imag' must be a real number, not complex
# expect: DeprecationWarning complex() argument 'real' must be a real number, not complex
# expect: DeprecationWarning complex() argument 'imag' must be a real number, not complex
# expect: DeprecationWarning __int__ returned non-int (type bool).  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python.
# expect: DeprecationWarning Odd.__float__ returned non-float (type F).  The ability to return an instance of a strict subclass of float is deprecated, and may be removed in a future version of Python.


class Text(str):
    def __bytes__(self):
        return b"own"


class Loose:
    __iter__ = None

    def __getitem__(self, index):
        return 1


print(bytes(Text("x")))  # expect: b'own'
for attempt in (
    lambda: bytearray(Text("x")), lambda: bytes("", b"ascii"), lambda: str(b"", 1), lambda: bytearray("", "ascii", 2), lambda: bytes(Loose()),
    lambda: int.from_bytes(0, "big"), lambda: (-1).to_bytes(0, "big", signed=True), lambda: int(float("nan")),
):
    try:
        print(attempt())
    except Exception as e:
        print(type(e).__name__, e)
# expect: TypeError string argument without an encoding
# expect: TypeError bytes() argument 'encoding' must be str, not bytes
# expect: TypeError str() argument 'encoding' must be str, not int
# expect: TypeError bytearray() argument 'errors' must be str, not int
# expect: TypeError cannot convert 'Loose' object to bytes
# expect: TypeError cannot convert 'int' object to bytes
# expect: OverflowError int too big to convert
# expect: ValueError cannot convert float NaN to integer


class P(int):
    def __pow__(self, other, modulo=None):
        return "pow", int(self), other, modulo

    def __rpow__(self, other, modulo=None):
        return "rpow", int(self), other, modulo


class Q:
    def __rpow__(self, other, modulo=None):
        return "rpow of Q", other, modulo


print(pow(2, P(3), 5), pow(P(2), 3, 5), pow(2, 3, P(5)), pow(2, Q(), 5), pow(Plain(2), Plain(5), 5), pow(True, 3, 5))
# expect: ('rpow', 3, 2, 5) ('pow', 2, 3, 5) 3 ('rpow of Q', 2, 5) 2 1
print(b"%b|%s" % (memoryview(b"abc"), memoryview(b"abcd")[::2]))  # expect: b'abc|ac'
