# Order and neighbours; operations on digits.
def _compare_finite(a, b):
    # -1, 0 or 1 for finite numbers
    x, y = a._int, b._int
    if not x:
        return 0 if not y else 1 if b._sign else -1
    if not y:
        return -1 if a._sign else 1
    if a._sign != b._sign:
        return -1 if a._sign else 1
    order = _compare_magnitude(x, a._exp, y, b._exp)
    return -order if a._sign else order


def _compare_magnitude(x, x_exp, y, y_exp):
    # of x * 10**x_exp and y * 10**y_exp, neither 0
    if x_exp != y_exp:
        apart = x_exp + _digit_count(x) - y_exp - _digit_count(y)
        if apart:
            return 1 if apart > 0 else -1
        if x_exp > y_exp:
            x *= _power_of_ten(x_exp - y_exp)
        else:
            y *= _power_of_ten(y_exp - x_exp)
    return 1 if x > y else -1 if x < y else 0


def _order(a, b):
    # of numbers that are no NaNs
    if a._kind or b._kind:
        x = 0 if not a._kind else -1 if a._sign else 1
        y = 0 if not b._kind else -1 if b._sign else 1
        return 1 if x > y else -1 if x < y else 0
    return _compare_finite(a, b)


def _small(n):
    return _number(1, -n, 0) if n < 0 else _number(0, n, 0)


def _compare(a, b, context):
    if a._kind >= 2 or b._kind >= 2:
        return _nan_of(context, a, b)
    return _small(_order(a, b))


def _compare_signal(a, b, context):
    if a._kind >= 2 or b._kind >= 2:
        context._status |= _INVALID
        return _nan_of(context, a, b)
    return _small(_order(a, b))


def _total_order(a, b):
    # Any two numbers have one: by sign, kind, value, exponent.
    if a._sign != b._sign:
        return -1 if a._sign else 1
    return -_total_magnitude(a, b) if a._sign else _total_magnitude(a, b)


# -NaN < -sNaN < -Infinity < finite … < Infinity < sNaN < NaN
_TOTAL_RANKS = (0, 1, 3, 2)


def _total_magnitude(a, b):
    if a._kind or b._kind:
        x, y = _TOTAL_RANKS[a._kind], _TOTAL_RANKS[b._kind]
        if x == y:
            x, y = a._int, b._int
        return 1 if x > y else -1 if x < y else 0
    order = _compare_finite(_number(0, a._int, a._exp), _number(0, b._int, b._exp))
    if order:
        return order
    return 1 if a._exp > b._exp else -1 if a._exp < b._exp else 0


def _compare_total(a, b, context):
    return _small(_total_order(a, b))


def _compare_total_mag(a, b, context):
    return _small(_total_magnitude(a, b))


def _pick(a, b, context, larger, by_magnitude):
    if a._kind >= 2 or b._kind >= 2:
        if a._kind == _QNAN and b._kind < 2:
            return _fit(b, context)
        if b._kind == _QNAN and a._kind < 2:
            return _fit(a, context)
        return _nan_of(context, a, b)
    order = _order(_copy_sign(a, 0), _copy_sign(b, 0)) if by_magnitude else _order(a, b)
    if order == 0 and by_magnitude:
        # Equal magnitudes: the ordinary comparison decides.
        order = _order(a, b)
    if order == 0:
        order = _total_order(a, b)
    return _fit(a if (order >= 0) == larger else b, context)


def _max(a, b, context):
    return _pick(a, b, context, True, False)


def _min(a, b, context):
    return _pick(a, b, context, False, False)


def _max_mag(a, b, context):
    return _pick(a, b, context, True, True)


def _min_mag(a, b, context):
    return _pick(a, b, context, False, True)


def _copy_sign(a, sign):
    return _special(a._kind, sign, a._int) if a._kind else _number(sign, a._int, a._exp)


def _next(a, context, down):
    # The nearest number below (down) or above
    if a._kind >= 2:
        return _nan_of(context, a)
    if a._kind:
        if a._sign == (1 if down else 0):
            return a
        return _number(a._sign, _power_of_ten(context._prec) - 1, context._etop)
    work = _working(context, rounding="ROUND_FLOOR" if down else "ROUND_CEILING")
    rounded = _finish(a._sign, a._int, a._exp, work)
    if not work._status & _INEXACT:
        step = _number(1 if down else 0, 1, context._etiny - 1)
        rounded = _add(a, step, work)
        if rounded._kind == 0 and rounded._int == 0 and rounded._sign == 0 and not down and a._sign:
            rounded = _number(1, 0, rounded._exp)
    return rounded


def _next_minus(a, context):
    return _next(a, context, True)


def _next_plus(a, context):
    return _next(a, context, False)


def _next_toward(a, b, context):
    if a._kind >= 2 or b._kind >= 2:
        return _nan_of(context, a, b)
    order = _order(a, b)
    if order == 0:
        return _copy_sign(a, b._sign)
    result = _next(a, context, order > 0)
    if result._kind:
        context._status |= _OVERFLOW | _ROUNDED | _INEXACT
    elif result._exp + _digit_count(result._int) - 1 < context._emin:
        context._status |= _UNDERFLOW | _SUBNORMAL | _ROUNDED | _INEXACT
        if not result._int:
            context._status |= _CLAMPED
    return result


def _logb(a, context):
    if a._kind:
        return _nan_of(context, a) if a._kind >= 2 else _special(_INFINITE)
    if not a._int:
        context._status |= _DIVISION_BY_ZERO
        return _special(_INFINITE, 1)
    adjusted = a._exp + _digit_count(a._int) - 1
    return _finish(1 if adjusted < 0 else 0, abs(adjusted), 0, context)


def _scaleb(a, b, context):
    if a._kind >= 2 or b._kind >= 2:
        return _nan_of(context, a, b)
    n = _count_operand(b, 2 * (context._emax + context._prec))
    if n is None:
        return _invalid(context)
    return a if a._kind else _finish(a._sign, a._int, a._exp + n, context)


def _count_operand(b, most):
    # An operand that must be an integer written with exponent 0 (or less than 0 never), of at most that size; None if it is not.
    if b._kind or b._exp != 0 or b._int > most:
        return None
    return -b._int if b._sign else b._int


def _shift(a, b, context):
    return _moved(a, b, context, False)


def _rotate(a, b, context):
    return _moved(a, b, context, True)


def _moved(a, b, context, around):
    if a._kind >= 2 or b._kind >= 2:
        return _nan_of(context, a, b)
    prec = context._prec
    n = _count_operand(b, prec)
    if n is None:
        return _invalid(context)
    if a._kind:
        return a
    room = _power_of_ten(prec)
    c = a._int % room
    if n < 0:
        power = _power_of_ten(-n)
        c = c // power + (c % power * _power_of_ten(prec + n) if around else 0)
    else:
        power = _power_of_ten(prec - n)
        c = c % power * _power_of_ten(n) + (c // power if around else 0)
    return _number(a._sign, c, a._exp)


def _bits_of(a):
    # Digits of a logical operand, None if it is none
    if a._kind or a._sign or a._exp:
        return None
    text = _int_text(a._int)
    return None if text.strip("01") else text


def _logical(a, b, context, table):
    x, y = _bits_of(a), _bits_of(b)
    if x is None or y is None or max(len(x), len(y)) > context._prec:
        return _invalid(context)
    width = max(len(x), len(y))
    pairs = zip(x.rjust(width, "0"), y.rjust(width, "0"))
    return _number(0, _text_int("".join([table[p + q] for p, q in pairs])), 0)


_AND = {"00": "0", "01": "0", "10": "0", "11": "1"}
_OR = {"00": "0", "01": "1", "10": "1", "11": "1"}
_XOR = {"00": "0", "01": "1", "10": "1", "11": "0"}


def _logical_and(a, b, context):
    return _logical(a, b, context, _AND)


def _logical_or(a, b, context):
    return _logical(a, b, context, _OR)


def _logical_xor(a, b, context):
    return _logical(a, b, context, _XOR)


def _logical_invert(a, context):
    text = _bits_of(a)
    if text is None:
        return _invalid(context)
    _check_digits(context._prec)
    text = text[-context._prec:].rjust(context._prec, "0")
    return _number(0, _text_int("".join(["1" if digit == "0" else "0" for digit in text])), 0)


def _is_normal(a, context):
    return not a._kind and a._int != 0 and a._exp + _digit_count(a._int) - 1 >= context._emin


def _is_subnormal(a, context):
    return not a._kind and a._int != 0 and a._exp + _digit_count(a._int) - 1 < context._emin


def _number_class(a, context):
    if a._kind >= 2:
        return "NaN" if a._kind == _QNAN else "sNaN"
    sign = "-" if a._sign else "+"
    if a._kind:
        return sign + "Infinity"
    if not a._int:
        return sign + "Zero"
    return sign + ("Normal" if _is_normal(a, context) else "Subnormal")


def _same_quantum(a, b):
    if a._kind or b._kind:
        return a._kind >= 2 and b._kind >= 2 or a._kind == 1 == b._kind
    return a._exp == b._exp
