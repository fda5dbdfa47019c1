# int(x), float(x): what __int__, __index__ and __float__ may return, who is asked, errors, tracebacks and lifetimes
import traceback
import warnings


class Sub(int):
    pass


class SubFloat(float):
    pass


def number(**methods):
    return type("N", (), {name: (lambda self, v=v: v) for name, v in methods.items()})()


warnings.simplefilter("always")
warnings.showwarning = lambda message, category, filename, lineno, *rest: print("  warned:", lineno, category.__name__, message)
cases = [number(__int__=5), number(__index__=6), number(__int__=7, __index__=8), number(__float__=2.5), number(__int__=True), number(__int__=Sub(9)), number(__int__="5"),
         number(__index__=None), number(__int__=2**70), number(__int__=1.5), number(__float__=3), number(__float__=SubFloat(1.5)), number(__float__="x"), number(__trunc__=4), number(__int__=None, __index__=5), number(__float__=float("nan"), __index__=3)]  # fmt: skip
for case in cases:
    for kind in (int, float, Sub, SubFloat):
        try:
            made = kind(case)
            print(type(made).__name__, made, end="; ")
        except TypeError as e:
            print("TypeError:", e, end="; ")
    print()
# expect-json: "int 5; TypeError: float() argument must be a string or a real number, not 'N'; Sub 5; TypeError: float() argument must be a string or a real number, not 'N'; "
# expect-json: "int 6; float 6.0; Sub 6; SubFloat 6.0; "
# expect-json: "int 7; float 8.0; Sub 7; SubFloat 8.0; "
# expect-json: "TypeError: int() argument must be a string, a bytes-like object or a real number, not 'N'; float 2.5; TypeError: int() argument must be a string, a bytes-like object or a real number, not 'N'; SubFloat 2.5; "
# expect-json: "  warned: 25 DeprecationWarning __int__ returned non-int (type bool).  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python."
# expect: int 1; TypeError: float() argument must be a string or a real number, not 'N';   warned: 25 DeprecationWarning __int__ returned non-int (type bool).  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python.
# expect-json: "Sub 1; TypeError: float() argument must be a string or a real number, not 'N'; "
# expect-json: "  warned: 25 DeprecationWarning __int__ returned non-int (type Sub).  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python."
# expect: int 9; TypeError: float() argument must be a string or a real number, not 'N';   warned: 25 DeprecationWarning __int__ returned non-int (type Sub).  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python.
# expect-json: "Sub 9; TypeError: float() argument must be a string or a real number, not 'N'; "
# expect-json: "TypeError: __int__ returned non-int (type str); TypeError: float() argument must be a string or a real number, not 'N'; TypeError: __int__ returned non-int (type str); TypeError: float() argument must be a string or a real number, not 'N'; "
# expect-json: "TypeError: __index__ returned non-int (type NoneType); TypeError: __index__ returned non-int (type NoneType); TypeError: __index__ returned non-int (type NoneType); TypeError: __index__ returned non-int (type NoneType); "
# expect-json: "int 1180591620717411303424; TypeError: float() argument must be a string or a real number, not 'N'; Sub 1180591620717411303424; TypeError: float() argument must be a string or a real number, not 'N'; "
# expect-json: "TypeError: __int__ returned non-int (type float); TypeError: float() argument must be a string or a real number, not 'N'; TypeError: __int__ returned non-int (type float); TypeError: float() argument must be a string or a real number, not 'N'; "
# expect-json: "TypeError: int() argument must be a string, a bytes-like object or a real number, not 'N'; TypeError: N.__float__ returned non-float (type int); TypeError: int() argument must be a string, a bytes-like object or a real number, not 'N'; TypeError: N.__float__ returned non-float (type int); "
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'N';   warned: 25 DeprecationWarning N.__float__ returned non-float (type SubFloat).  The ability to return an instance of a strict subclass of float is deprecated, and may be removed in a future version of Python.
# expect: float 1.5; TypeError: int() argument must be a string, a bytes-like object or a real number, not 'N';   warned: 25 DeprecationWarning N.__float__ returned non-float (type SubFloat).  The ability to return an instance of a strict subclass of float is deprecated, and may be removed in a future version of Python.
# expect-json: "SubFloat 1.5; "
# expect-json: "TypeError: int() argument must be a string, a bytes-like object or a real number, not 'N'; TypeError: N.__float__ returned non-float (type str); TypeError: int() argument must be a string, a bytes-like object or a real number, not 'N'; TypeError: N.__float__ returned non-float (type str); "
# expect-json: "TypeError: int() argument must be a string, a bytes-like object or a real number, not 'N'; TypeError: float() argument must be a string or a real number, not 'N'; TypeError: int() argument must be a string, a bytes-like object or a real number, not 'N'; TypeError: float() argument must be a string or a real number, not 'N'; "
# expect-json: "TypeError: __int__ returned non-int (type NoneType); float 5.0; TypeError: __int__ returned non-int (type NoneType); SubFloat 5.0; "
# expect-json: "int 3; float nan; Sub 3; SubFloat nan; "


class Raises:
    def __int__(self):
        raise KeyError("inside")

    def __float__(self):
        return 1 / 0


for kind in (int, float):
    try:
        kind(Raises())
    except Exception as e:
        print([(f.name, f.lineno) for f in traceback.extract_tb(e.__traceback__)], repr(e))
# expect: [('<module>', 64), ('__int__', 56)] KeyError('inside')
# expect: [('<module>', 64), ('__float__', 59)] ZeroDivisionError('division by zero')


class Own(int):
    def __int__(self):
        return 100

    def __float__(self):
        return 0.25


class OwnFloat(float):
    def __float__(self):
        return 8.0

    __int__ = None


print(int(Own(3)), float(Own(3)), float(OwnFloat(1.5)), int(Own(3)) + 1)  # expect: 100 0.25 8.0 101
try:
    int(OwnFloat(1.5))
except TypeError as e:
    print(e)  # expect: 'NoneType' object is not callable


class Dies:
    def __init__(self, log):
        self.log = log

    def __int__(self):
        self.log.append("asked")
        return len(self.log)

    def __del__(self):
        self.log.append("dead")


log = []
for i in range(3):
    log.append(int(Dies(log)))
print(log)  # expect: ['asked', 'dead', 1, 'asked', 'dead', 4, 'asked', 'dead', 7]


class Changing:
    def __float__(self):
        return 1.0


x = Changing()
total = 0.0
for i in range(300):
    if i == 200:
        Changing.__float__ = lambda self: 2.0
    if i == 250:
        del Changing.__float__
        Changing.__index__ = lambda self: 3
    total += float(x)
print(total)  # expect: 450.0


class Descriptor:
    def __get__(self, instance, owner):
        return lambda: 77


class ByDescriptor:
    __int__ = Descriptor()
    __float__ = staticmethod(lambda: 1.25)


print(int(ByDescriptor()), float(ByDescriptor()))  # expect: 77 1.25
