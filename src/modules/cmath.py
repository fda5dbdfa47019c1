# The module cmath: functions of complex numbers, after Kahan's "Branch cuts for complex elementary functions"; what happens at infinities and NaNs is
# read from tables by the kind of both parts, as C99 (Annex G) has it.
import math as _math
from math import e, inf, nan, pi, tau

infj = complex(0.0, inf)
nanj = complex(0.0, nan)
_LARGE = 1.7976931348623157e+308 / 4
_SQRT_LARGE = _LARGE ** 0.5
_LOG_LARGE = _math.log(_LARGE)
_SQRT_MIN = 2.2250738585072014e-308 ** 0.5
_LN2 = _math.log(2.0)
_LN10 = _math.log(10.0)
_SCALE_UP = 53 // 2 * 2 + 1
_SCALE_DOWN = -(_SCALE_UP + 1) // 2
_copysign, _hypot, _isfinite, _isinf, _isnan = _math.copysign, _math.hypot, _math.isfinite, _math.isinf, _math.isnan

# Kinds of a part: -inf, negative, -0, 0, positive, inf, nan
_P, _P14, _P12, _P34 = pi, 0.25 * pi, 0.5 * pi, 0.75 * pi
_N, _I = nan, inf
_U = -9.5426319407711027e33  # never read: finite operands have their own way


def _kind(x):
    if _isfinite(x):
        if x:
            return 4 if x > 0 else 1
        return 3 if _copysign(1.0, x) > 0 else 2
    if _isnan(x):
        return 6
    return 5 if x > 0 else 0


def _table(text):
    names = {"P": _P, "P14": _P14, "P12": _P12, "P34": _P34, "N": _N, "I": _I, "U": _U, "0": 0.0, "1": 1.0}
    rows = []
    for line in text.strip().splitlines():
        cells = []
        for cell in line.split():
            parts = [-names[part[1:]] if part[0] == "-" else names[part] for part in cell.split(",")]
            cells.append(complex(parts[0], parts[1]))
        rows.append(cells)
    return rows


_ACOS = _table("""
P34,I P,I P,I P,-I P,-I P34,-I N,I
P12,I U,U U,U U,U U,U P12,-I N,N
P12,I U,U P12,0 P12,-0 U,U P12,-I P12,N
P12,I U,U P12,0 P12,-0 U,U P12,-I P12,N
P12,I U,U U,U U,U U,U P12,-I N,N
P14,I 0,I 0,I 0,-I 0,-I P14,-I N,I
N,I N,N N,N N,N N,N N,-I N,N
""")
_ACOSH = _table("""
I,-P34 I,-P I,-P I,P I,P I,P34 I,N
I,-P12 U,U U,U U,U U,U I,P12 N,N
I,-P12 U,U 0,-P12 0,P12 U,U I,P12 N,P12
I,-P12 U,U 0,-P12 0,P12 U,U I,P12 N,P12
I,-P12 U,U U,U U,U U,U I,P12 N,N
I,-P14 I,-0 I,-0 I,0 I,0 I,P14 I,N
I,N N,N N,N N,N N,N I,N N,N
""")
_ASINH = _table("""
-I,-P14 -I,-0 -I,-0 -I,0 -I,0 -I,P14 -I,N
-I,-P12 U,U U,U U,U U,U -I,P12 N,N
-I,-P12 U,U -0,-0 -0,0 U,U -I,P12 N,N
I,-P12 U,U 0,-0 0,0 U,U I,P12 N,N
I,-P12 U,U U,U U,U U,U I,P12 N,N
I,-P14 I,-0 I,-0 I,0 I,0 I,P14 I,N
I,N N,N N,-0 N,0 N,N I,N N,N
""")
_ATANH = _table("""
-0,-P12 -0,-P12 -0,-P12 -0,P12 -0,P12 -0,P12 -0,N
-0,-P12 U,U U,U U,U U,U -0,P12 N,N
-0,-P12 U,U -0,-0 -0,0 U,U -0,P12 -0,N
0,-P12 U,U 0,-0 0,0 U,U 0,P12 0,N
0,-P12 U,U U,U U,U U,U 0,P12 N,N
0,-P12 0,-P12 0,-P12 0,P12 0,P12 0,P12 0,N
0,-P12 N,N N,N N,N N,N 0,P12 N,N
""")
_COSH = _table("""
I,N U,U I,0 I,-0 U,U I,N I,N
N,N U,U U,U U,U U,U N,N N,N
N,0 U,U 1,0 1,-0 U,U N,0 N,0
N,0 U,U 1,-0 1,0 U,U N,0 N,0
N,N U,U U,U U,U U,U N,N N,N
I,N U,U I,-0 I,0 U,U I,N I,N
N,N N,N N,0 N,0 N,N N,N N,N
""")
_EXP = _table("""
0,0 U,U 0,-0 0,0 U,U 0,0 0,0
N,N U,U U,U U,U U,U N,N N,N
N,N U,U 1,-0 1,0 U,U N,N N,N
N,N U,U 1,-0 1,0 U,U N,N N,N
N,N U,U U,U U,U U,U N,N N,N
I,N U,U I,-0 I,0 U,U I,N I,N
N,N N,N N,-0 N,0 N,N N,N N,N
""")
_LOG = _table("""
I,-P34 I,-P I,-P I,P I,P I,P34 I,N
I,-P12 U,U U,U U,U U,U I,P12 N,N
I,-P12 U,U -I,-P -I,P U,U I,P12 N,N
I,-P12 U,U -I,-0 -I,0 U,U I,P12 N,N
I,-P12 U,U U,U U,U U,U I,P12 N,N
I,-P14 I,-0 I,-0 I,0 I,0 I,P14 I,N
I,N N,N N,N N,N N,N I,N N,N
""")
_SINH = _table("""
I,N U,U -I,-0 -I,0 U,U I,N I,N
N,N U,U U,U U,U U,U N,N N,N
0,N U,U -0,-0 -0,0 U,U 0,N 0,N
0,N U,U 0,-0 0,0 U,U 0,N 0,N
N,N U,U U,U U,U U,U N,N N,N
I,N U,U I,-0 I,0 U,U I,N I,N
N,N N,N N,-0 N,0 N,N N,N N,N
""")
_SQRT = _table("""
I,-I 0,-I 0,-I 0,I 0,I I,I N,I
I,-I U,U U,U U,U U,U I,I N,N
I,-I U,U 0,-0 0,0 U,U I,I N,N
I,-I U,U 0,-0 0,0 U,U I,I N,N
I,-I U,U U,U U,U U,U I,I N,N
I,-I I,-0 I,-0 I,0 I,0 I,I I,N
I,-I N,N N,N N,N N,N I,I N,N
""")
_TANH = _table("""
-1,0 U,U -1,-0 -1,0 U,U -1,0 -1,0
N,N U,U U,U U,U U,U N,N N,N
-0,N U,U -0,-0 -0,0 U,U -0,N -0,N
0,N U,U 0,-0 0,0 U,U 0,N 0,N
N,N U,U U,U U,U U,U N,N N,N
1,0 U,U 1,-0 1,0 U,U 1,0 1,0
N,N N,N N,-0 N,0 N,N N,N N,N
""")
_RECT = _table("""
I,N U,U -I,0 -I,-0 U,U I,N I,N
N,N U,U U,U U,U U,U N,N N,N
0,0 U,U -0,0 -0,-0 U,U 0,0 0,0
0,0 U,U 0,-0 0,0 U,U 0,0 0,0
N,N U,U U,U U,U U,U N,N N,N
I,N U,U I,-0 I,0 U,U I,N I,N
N,N N,N N,0 N,0 N,N N,N N,N
""")


def _complex(z):
    # What complex(z) makes of a number; text is none.
    if type(z) is complex:
        return z
    if isinstance(z, (str, bytes, bytearray)):
        raise TypeError(f"must be real number, not {type(z).__name__}")
    if not (hasattr(type(z), "__complex__") or hasattr(type(z), "__float__") or hasattr(type(z), "__index__")):
        raise TypeError(f"must be real number, not {type(z).__name__}")
    return complex(z)


def _special(table, x, y):
    return table[_kind(x)][_kind(y)]


def _domain():
    return ValueError("math domain error")


def _range():
    return OverflowError("math range error")


def _checked(x, y):
    if _isinf(x) or _isinf(y):
        raise _range()
    return complex(x, y)


def _sqrt(z):
    x, y = z.real, z.imag
    if not (_isfinite(x) and _isfinite(y)):
        return _special(_SQRT, x, y)
    if x == 0.0 and y == 0.0:
        return complex(0.0, y)
    ax, ay = abs(x), abs(y)
    if ax < 2.2250738585072014e-308 and ay < 2.2250738585072014e-308 and (ax > 0 or ay > 0):
        ax = _math.ldexp(ax, _SCALE_UP)
        s = _math.ldexp(_math.sqrt(ax + _hypot(ax, _math.ldexp(ay, _SCALE_UP))), _SCALE_DOWN)
    else:
        ax /= 8.0
        s = 2.0 * _math.sqrt(ax + _hypot(ax, ay / 8.0))
    d = ay / (2.0 * s)
    return complex(s, _copysign(d, y)) if x >= 0 else complex(d, _copysign(s, y))


def sqrt(z, /):
    """Return the square root of z."""
    return _sqrt(_complex(z))


def acos(z, /):
    """Return the arc cosine of z."""
    z = _complex(z)
    x, y = z.real, z.imag
    if not (_isfinite(x) and _isfinite(y)):
        return _special(_ACOS, x, y)
    if abs(x) > _LARGE or abs(y) > _LARGE:
        real = _math.atan2(abs(y), x)
        size = _math.log(_hypot(x / 2.0, y / 2.0)) + _LN2 * 2.0
        return complex(real, -_copysign(size, y) if x < 0 else _copysign(size, -y))
    s1, s2 = _sqrt(complex(1.0 - x, -y)), _sqrt(complex(1.0 + x, y))
    return complex(2.0 * _math.atan2(s1.real, s2.real), _math.asinh(s2.real * s1.imag - s2.imag * s1.real))


def acosh(z, /):
    """Return the inverse hyperbolic cosine of z."""
    z = _complex(z)
    x, y = z.real, z.imag
    if not (_isfinite(x) and _isfinite(y)):
        return _special(_ACOSH, x, y)
    if abs(x) > _LARGE or abs(y) > _LARGE:
        return complex(_math.log(_hypot(x / 2.0, y / 2.0)) + _LN2 * 2.0, _math.atan2(y, x))
    s1, s2 = _sqrt(complex(x - 1.0, y)), _sqrt(complex(x + 1.0, y))
    return complex(_math.asinh(s1.real * s2.real + s1.imag * s2.imag), 2.0 * _math.atan2(s1.imag, s2.real))


def asinh(z, /):
    """Return the inverse hyperbolic sine of z."""
    z = _complex(z)
    x, y = z.real, z.imag
    if not (_isfinite(x) and _isfinite(y)):
        return _special(_ASINH, x, y)
    if abs(x) > _LARGE or abs(y) > _LARGE:
        size = _math.log(_hypot(x / 2.0, y / 2.0)) + _LN2 * 2.0
        return complex(_copysign(size, x) if y >= 0 else -_copysign(size, -x), _math.atan2(y, abs(x)))
    s1, s2 = _sqrt(complex(1.0 + y, -x)), _sqrt(complex(1.0 - y, x))
    return complex(_math.asinh(s1.real * s2.imag - s2.real * s1.imag), _math.atan2(y, s1.real * s2.real - s1.imag * s2.imag))


def asin(z, /):
    """Return the arc sine of z."""
    z = _complex(z)
    s = asinh(complex(-z.imag, z.real))
    return complex(s.imag, -s.real)


def atanh(z, /):
    """Return the inverse hyperbolic tangent of z."""
    z = _complex(z)
    x, y = z.real, z.imag
    if not (_isfinite(x) and _isfinite(y)):
        return _special(_ATANH, x, y)
    if x < 0.0 or (x == 0.0 and _copysign(1.0, x) < 0.0):
        return -atanh(complex(-x, -y))
    ay = abs(y)
    if x > _SQRT_LARGE or ay > _SQRT_LARGE:
        h = _hypot(x / 2.0, y / 2.0)
        return complex(x / 4.0 / h / h, -_copysign(pi / 2.0, -y))
    if x == 1.0 and ay < _SQRT_MIN:
        if ay == 0.0:
            raise _domain()
        return complex(-_math.log(_math.sqrt(ay) / _math.sqrt(_hypot(ay, 2.0))), _copysign(_math.atan2(2.0, -ay) / 2, y))
    return complex(_math.log1p(4.0 * x / ((1 - x) * (1 - x) + ay * ay)) / 4.0, -_math.atan2(-2.0 * y, (1 - x) * (1 + x) - ay * ay) / 2.0)


def atan(z, /):
    """Return the arc tangent of z."""
    z = _complex(z)
    s = atanh(complex(-z.imag, z.real))
    return complex(s.imag, -s.real)


def cosh(z, /):
    """Return the hyperbolic cosine of z."""
    z = _complex(z)
    x, y = z.real, z.imag
    if not (_isfinite(x) and _isfinite(y)):
        if _isinf(x) and _isfinite(y) and y != 0.0:
            return complex(_copysign(inf, _math.cos(y)), _copysign(inf, _math.sin(y)) if x > 0 else -_copysign(inf, _math.sin(y)))
        if _isinf(y) and not _isnan(x):
            raise _domain()
        return _special(_COSH, x, y)
    if abs(x) > _LOG_LARGE:
        shifted = x - _copysign(1.0, x)
        return _checked(_math.cos(y) * _math.cosh(shifted) * e, _math.sin(y) * _math.sinh(shifted) * e)
    return _checked(_math.cos(y) * _math.cosh(x), _math.sin(y) * _math.sinh(x))


def sinh(z, /):
    """Return the hyperbolic sine of z."""
    z = _complex(z)
    x, y = z.real, z.imag
    if not (_isfinite(x) and _isfinite(y)):
        if _isinf(x) and _isfinite(y) and y != 0.0:
            real = _copysign(inf, _math.cos(y))
            return complex(real if x > 0 else -real, _copysign(inf, _math.sin(y)))
        if _isinf(y) and not _isnan(x):
            raise _domain()
        return _special(_SINH, x, y)
    if abs(x) > _LOG_LARGE:
        shifted = x - _copysign(1.0, x)
        return _checked(_math.cos(y) * _math.sinh(shifted) * e, _math.sin(y) * _math.cosh(shifted) * e)
    return _checked(_math.cos(y) * _math.sinh(x), _math.sin(y) * _math.cosh(x))


def cos(z, /):
    """Return the cosine of z."""
    z = _complex(z)
    return cosh(complex(-z.imag, z.real))


def sin(z, /):
    """Return the sine of z."""
    z = _complex(z)
    s = sinh(complex(-z.imag, z.real))
    return complex(s.imag, -s.real)


def tanh(z, /):
    """Return the hyperbolic tangent of z."""
    z = _complex(z)
    x, y = z.real, z.imag
    if not (_isfinite(x) and _isfinite(y)):
        if _isinf(x) and _isfinite(y) and y != 0.0:
            return complex(1.0 if x > 0 else -1.0, _copysign(0.0, 2.0 * _math.sin(y) * _math.cos(y)))
        if _isinf(y) and _isfinite(x):
            raise _domain()
        return _special(_TANH, x, y)
    if abs(x) > _LOG_LARGE:
        return complex(_copysign(1.0, x), 4.0 * _math.sin(y) * _math.cos(y) * _math.exp(-2.0 * abs(x)))
    tx, ty = _math.tanh(x), _math.tan(y)
    cx = 1.0 / _math.cosh(x)
    txty = tx * ty
    denominator = 1.0 + txty * txty
    return complex(tx * (1.0 + ty * ty) / denominator, ((ty / denominator) * cx) * cx)


def tan(z, /):
    """Return the tangent of z."""
    z = _complex(z)
    s = tanh(complex(-z.imag, z.real))
    return complex(s.imag, -s.real)


def exp(z, /):
    """Return the exponential value e**z."""
    z = _complex(z)
    x, y = z.real, z.imag
    if not (_isfinite(x) and _isfinite(y)):
        if _isinf(x) and _isfinite(y) and y != 0.0:
            size = inf if x > 0 else 0.0
            return complex(_copysign(size, _math.cos(y)), _copysign(size, _math.sin(y)))
        if _isinf(y) and (_isfinite(x) or (_isinf(x) and x > 0)):
            raise _domain()
        return _special(_EXP, x, y)
    if x > _LOG_LARGE:
        size = _exp_or_inf(x - 1.0)
        return _checked(size * _math.cos(y) * e, size * _math.sin(y) * e)
    size = _math.exp(x)
    return _checked(size * _math.cos(y), size * _math.sin(y))


def _exp_or_inf(x):
    try:
        return _math.exp(x)
    except OverflowError:
        return inf


def _log(z):
    x, y = z.real, z.imag
    if not (_isfinite(x) and _isfinite(y)):
        return _special(_LOG, x, y)
    ax, ay = abs(x), abs(y)
    if ax > _LARGE or ay > _LARGE:
        real = _math.log(_hypot(ax / 2.0, ay / 2.0)) + _LN2
    elif ax < 2.2250738585072014e-308 and ay < 2.2250738585072014e-308:
        if ax == 0 and ay == 0:
            raise _domain()
        real = _math.log(_hypot(_math.ldexp(ax, 53), _math.ldexp(ay, 53))) - 53 * _LN2
    else:
        h = _hypot(ax, ay)
        if 0.71 <= h <= 1.73:
            high, low = (ax, ay) if ax > ay else (ay, ax)
            real = _math.log1p((high - 1) * (high + 1) + low * low) / 2.0
        else:
            real = _math.log(h)
    return complex(real, _math.atan2(y, x))


_UNSET = object()


def log(z, base=_UNSET, /):
    """log(z[, base]) -> the logarithm of z to the given base.

If the base is not specified, returns the natural logarithm (base e) of z."""
    result = _log(_complex(z))
    if base is _UNSET:
        return result
    divisor = _log(_complex(base))
    if divisor == 0:
        raise _domain()
    return result / divisor


def log10(z, /):
    """Return the base-10 logarithm of z."""
    result = _log(_complex(z))
    return complex(result.real / _LN10, result.imag / _LN10)


def phase(z, /):
    """Return argument, also known as the phase angle, of a complex."""
    z = _complex(z)
    return _math.atan2(z.imag, z.real)


def polar(z, /):
    """Convert a complex from rectangular coordinates to polar coordinates.

r is the distance from 0 and phi the phase angle."""
    z = _complex(z)
    r = abs(z)
    return r, _math.atan2(z.imag, z.real)


def rect(r, phi, /):
    """Convert from polar coordinates to rectangular coordinates."""
    r, phi = float(r), float(phi)
    if not (_isfinite(r) and _isfinite(phi)):
        if _isinf(r) and _isfinite(phi) and phi != 0.0:
            sign = 1.0 if r > 0 else -1.0
            return complex(sign * _copysign(inf, _math.cos(phi)), sign * _copysign(inf, _math.sin(phi)))
        if r != 0.0 and not _isnan(r) and _isinf(phi):
            raise _domain()
        return _special(_RECT, r, phi)
    if phi == 0.0:
        return complex(r, r * phi)
    return complex(r * _math.cos(phi), r * _math.sin(phi))


def isfinite(z, /):
    """Return True if both the real and imaginary parts of z are finite, else False."""
    z = _complex(z)
    return _isfinite(z.real) and _isfinite(z.imag)


def isnan(z, /):
    """Checks if the real or imaginary part of z not a number (NaN)."""
    z = _complex(z)
    return _isnan(z.real) or _isnan(z.imag)


def isinf(z, /):
    """Checks if the real or imaginary part of z is infinite."""
    z = _complex(z)
    return _isinf(z.real) or _isinf(z.imag)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    """Determine whether two complex numbers are close in value.

  rel_tol
    maximum difference for being considered "close", relative to the
    magnitude of the input values
  abs_tol
    maximum difference for being considered "close", regardless of the
    magnitude of the input values

Return True if a is close in value to b, and False otherwise.

For the values to be considered close, the difference between them must be
smaller than at least one of the tolerances.

-inf, inf and NaN behave similarly to the IEEE 754 Standard. That is, NaN is
not close to anything, even itself. inf and -inf are only close to themselves."""
    a, b = _complex(a), _complex(b)
    if rel_tol < 0.0 or abs_tol < 0.0:
        raise ValueError("tolerances must be non-negative")
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    difference = abs(a - b)
    return difference <= rel_tol * abs(b) or difference <= rel_tol * abs(a) or difference <= abs_tol
