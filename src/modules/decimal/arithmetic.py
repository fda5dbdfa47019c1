# Sums, products and quotients. Every operation takes Decimals and a context, gives a Decimal and leaves its conditions in context._status.
def _add(a, b, context):
    return _sum(a, b._sign, b, context)


def _subtract(a, b, context):
    return _sum(a, b._sign if b._kind >= 2 else 1 - b._sign, b, context)


def _sum(a, b_sign, b, context):
    if a._kind or b._kind:
        if a._kind >= 2 or b._kind >= 2:
            return _nan_of(context, a, b)
        if a._kind:
            if b._kind and a._sign != b_sign:
                return _invalid(context)
            return _special(_INFINITE, a._sign)
        return _special(_INFINITE, b_sign)
    a_sign = a._sign
    x, y = a._int, b._int
    exp = a._exp
    if exp != b._exp:
        x, y, exp = _aligned(x, exp, y, b._exp, context._prec)
    if a_sign == b_sign:
        return _finish(a_sign, x + y, exp, context)
    if x > y:
        return _finish(a_sign, x - y, exp, context)
    if x < y:
        return _finish(b_sign, y - x, exp, context)
    return _finish(1 if context._rounding == "ROUND_FLOOR" else 0, 0, exp, context)


def _aligned(x, x_exp, y, y_exp, prec):
    # Both coefficients for one exponent. An operand too small to matter but for the rounding is replaced by one digit just below.
    if x_exp < y_exp:
        y, x, exp = _aligned(y, y_exp, x, x_exp, prec)
        return x, y, exp
    shift = x_exp - y_exp
    if shift > prec + 3:
        if not x:
            return 0, y, y_exp
        floor = x_exp + min(-1, _digit_count(x) - prec - 2)
        if not y:
            if y_exp < floor:
                y_exp = floor
        elif y_exp + _digit_count(y) - 1 < floor:
            y, y_exp = 1, floor
        shift = x_exp - y_exp
    return x * _power_of_ten(shift), y, y_exp


def _multiply(a, b, context):
    sign = a._sign ^ b._sign
    if a._kind or b._kind:
        if a._kind >= 2 or b._kind >= 2:
            return _nan_of(context, a, b)
        if not (a._kind or a._int) or not (b._kind or b._int):
            return _invalid(context)
        return _special(_INFINITE, sign)
    return _finish(sign, a._int * b._int, a._exp + b._exp, context)


def _divide(a, b, context):
    sign = a._sign ^ b._sign
    if a._kind or b._kind:
        if a._kind >= 2 or b._kind >= 2:
            return _nan_of(context, a, b)
        if a._kind:
            return _invalid(context) if b._kind else _special(_INFINITE, sign)
        context._status |= _CLAMPED
        return _number(sign, 0, context._etiny)
    x, y = a._int, b._int
    if not y:
        if not x:
            return _invalid(context, _DIVISION_UNDEFINED)
        context._status |= _DIVISION_BY_ZERO
        return _special(_INFINITE, sign)
    ideal = a._exp - b._exp
    if not x:
        return _finish(sign, 0, ideal, context)
    shift = _digit_count(y) - _digit_count(x) + context._prec + 1
    if shift >= 0:
        x *= _power_of_ten(shift)
    else:
        y *= _power_of_ten(-shift)
    quotient, rest = x // y, x % y
    exp = ideal - shift
    if rest:
        # The digits that are left out must not look like a tie or like nothing.
        if quotient % 5 == 0:
            quotient += 1
    elif exp < ideal:
        quotient, taken = _strip_zeros(quotient, ideal - exp)
        exp += taken
    return _finish(sign, quotient, exp, context)


def _integer_division(a, b, context):
    # Quotient and remainder of finite numbers, b not 0, before the context's limits; None if the quotient has too many digits.
    ideal = min(a._exp, b._exp)
    x, y = a._int, b._int
    sign = a._sign ^ b._sign
    if not x:
        return sign, 0, 0, ideal
    apart = a._exp + _digit_count(x) - b._exp - _digit_count(y)
    if apart > context._prec:
        context._status |= _DIVISION_IMPOSSIBLE
        return None
    x *= _power_of_ten(a._exp - ideal)
    if apart < 0:
        return sign, 0, x, ideal
    y *= _power_of_ten(b._exp - ideal)
    quotient, rest = x // y, x % y
    if _digit_count(quotient) > context._prec:
        context._status |= _DIVISION_IMPOSSIBLE
        return None
    return sign, quotient, rest, ideal


def _divide_int(a, b, context):
    sign = a._sign ^ b._sign
    if a._kind or b._kind:
        if a._kind >= 2 or b._kind >= 2:
            return _nan_of(context, a, b)
        if a._kind:
            return _invalid(context) if b._kind else _special(_INFINITE, sign)
        return _number(sign, 0, 0)
    if not b._int:
        if not a._int:
            return _invalid(context, _DIVISION_UNDEFINED)
        context._status |= _DIVISION_BY_ZERO
        return _special(_INFINITE, sign)
    found = _integer_division(a, b, context)
    if found is None:
        return _special(_QNAN)
    return _finish(sign, found[1], 0, context)


def _remainder(a, b, context):
    if a._kind or b._kind:
        if a._kind >= 2 or b._kind >= 2:
            return _nan_of(context, a, b)
        return _invalid(context) if a._kind else _fit(a, context)
    if not b._int:
        return _invalid(context, _INVALID if a._int else _DIVISION_UNDEFINED)
    found = _integer_division(a, b, context)
    if found is None:
        return _special(_QNAN)
    return _finish(a._sign, found[2], found[3], context)


def _divmod(a, b, context):
    sign = a._sign ^ b._sign
    if a._kind or b._kind:
        if a._kind >= 2 or b._kind >= 2:
            nan = _nan_of(context, a, b)
            return nan, nan
        if a._kind:
            quotient = _invalid(context) if b._kind else _special(_INFINITE, sign)
            return quotient, _invalid(context)
        return _number(sign, 0, 0), _fit(a, context)
    if not b._int:
        if not a._int:
            return _invalid(context, _DIVISION_UNDEFINED), _special(_QNAN)
        context._status |= _DIVISION_BY_ZERO
        return _special(_INFINITE, sign), _invalid(context)
    found = _integer_division(a, b, context)
    if found is None:
        return _special(_QNAN), _special(_QNAN)
    return _finish(sign, found[1], 0, context), _finish(a._sign, found[2], found[3], context)


def _remainder_near(a, b, context):
    if a._kind or b._kind:
        if a._kind >= 2 or b._kind >= 2:
            return _nan_of(context, a, b)
        return _invalid(context) if a._kind else _fit(a, context)
    x, y = a._int, b._int
    if not y:
        return _invalid(context, _INVALID if x else _DIVISION_UNDEFINED)
    ideal = min(a._exp, b._exp)
    if not x:
        return _finish(a._sign, 0, ideal, context)
    apart = a._exp + _digit_count(x) - b._exp - _digit_count(y)
    if apart > context._prec:
        return _invalid(context, _DIVISION_IMPOSSIBLE)
    x *= _power_of_ten(a._exp - ideal)
    sign = a._sign
    if apart >= -1:
        y *= _power_of_ten(b._exp - ideal)
        quotient, x = x // y, x % y
        if x + x + (quotient & 1) > y:
            x = y - x
            sign = 1 - sign
            quotient += 1
        if _digit_count(quotient) > context._prec:
            return _invalid(context, _DIVISION_IMPOSSIBLE)
    return _finish(sign, x, ideal, context)


def _fma(a, b, c, context):
    if a._kind or b._kind:
        if a._kind >= 2 or b._kind >= 2:
            product = _nan_of(context, a, b)
        else:
            product = _multiply(a, b, context)
        if context._status & _INVALID:
            return product
    else:
        # Exact: no limits apply.
        product = _number(a._sign ^ b._sign, a._int * b._int, a._exp + b._exp)
    return _add(product, c, context)


def _plus(a, context):
    if not a._kind and not a._int and a._sign and context._rounding != "ROUND_FLOOR":
        return _finish(0, 0, a._exp, context)
    return _fit(a, context)


def _minus(a, context):
    if a._kind >= 2:
        return _nan_of(context, a)
    if a._kind:
        return _special(_INFINITE, 1 - a._sign)
    sign = 1 - a._sign
    if not a._int and context._rounding != "ROUND_FLOOR":
        sign = 0
    return _finish(sign, a._int, a._exp, context)


def _abs(a, context):
    if a._kind >= 2:
        return _nan_of(context, a)
    return _special(_INFINITE) if a._kind else _finish(0, a._int, a._exp, context)


def _quantize(a, b, context):
    if a._kind or b._kind:
        if a._kind >= 2 or b._kind >= 2:
            return _nan_of(context, a, b)
        return a if a._kind and b._kind else _invalid(context)
    exp = b._exp
    if exp > context._emax or exp < context._etiny:
        return _invalid(context)
    c = a._int
    if not c:
        return _finish(a._sign, 0, exp, context)
    digits = _digit_count(c)
    shift = a._exp - exp
    if digits + shift > context._prec:
        return _invalid(context)
    inexact = False
    if shift >= 0:
        c *= _power_of_ten(shift)
    else:
        places = -shift
        if places > digits:
            c, places = 1, 1
        c, inexact = _shorten(a._sign, c, places, context._rounding)
    digits = _digit_count(c)
    if digits > context._prec or (c and exp + digits - 1 > context._emax):
        return _invalid(context)
    if shift < 0:
        context._status |= _ROUNDED | _INEXACT if inexact else _ROUNDED
    return _finish(a._sign, c, exp, context)


def _integral(a, context, rounding, exact):
    # a rounded to an integer; `exact`: signal what was lost.
    if a._kind:
        return _nan_of(context, a) if a._kind >= 2 else a
    exp = a._exp
    if exp >= 0:
        return a
    c = a._int
    if not c:
        return _number(a._sign, 0, 0)
    places = -exp
    if places > _digit_count(c):
        c, places = 1, 1
    c, inexact = _shorten(a._sign, c, places, rounding)
    if exact:
        context._status |= _ROUNDED | _INEXACT if inexact else _ROUNDED
    return _number(a._sign, c, 0)


def _to_integral_exact(a, context):
    return _integral(a, context, context._rounding, True)


def _to_integral_value(a, context):
    return _integral(a, context, context._rounding, False)


def _normalize(a, context):
    if a._kind:
        return _nan_of(context, a) if a._kind >= 2 else a
    result = _finish(a._sign, a._int, a._exp, context)
    if result._kind:
        return result
    if not result._int:
        return _number(result._sign, 0, 0)
    # Zeros go as long as the exponent stays one the context has.
    most = (context._etop if context._clamp else context._emax) - result._exp
    c, taken = _strip_zeros(result._int, max(most, 0))
    return _number(result._sign, c, result._exp + taken)


def _sqrt(a, context):
    if a._kind:
        if a._kind >= 2:
            return _nan_of(context, a)
        return _invalid(context) if a._sign else a
    c, exp = a._int, a._exp
    if not c:
        return _finish(a._sign, 0, exp // 2, context)
    if a._sign:
        return _invalid(context)
    ideal = exp // 2
    if exp & 1:
        c *= 10
    # Two digits more than asked for, so that a rest can be told from a tie.
    shift = context._prec + 1 - (_digit_count(c) + 1) // 2
    exact = True
    if shift >= 0:
        c *= _power_of_ten(2 * shift)
    else:
        power = _power_of_ten(-2 * shift)
        exact = not c % power
        c //= power
    root = _isqrt(c)
    exp = ideal - shift
    if exact and root * root == c:
        if exp < ideal:
            root, taken = _strip_zeros(root, shift)
            exp += taken
        elif exp > ideal:
            root *= _power_of_ten(exp - ideal)
            exp = ideal
    elif root % 5 == 0:
        root += 1
    return _finish(0, root, exp, _Rounding(context, "ROUND_HALF_EVEN"))


class _Rounding:
    # A context seen with another rounding; conditions go to the context itself.
    __slots__ = ("_of", "_rounding")

    def __init__(self, context, rounding):
        self._of = context
        self._rounding = rounding

    _prec = property(lambda self: self._of._prec)
    _emin = property(lambda self: self._of._emin)
    _emax = property(lambda self: self._of._emax)
    _etiny = property(lambda self: self._of._etiny)
    _etop = property(lambda self: self._of._etop)
    _clamp = property(lambda self: self._of._clamp)
    _limit = property(lambda self: self._of._limit)

    @property
    def _status(self):
        return self._of._status

    @_status.setter
    def _status(self, value):
        self._of._status = value
