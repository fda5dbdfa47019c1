# Exponential function, logarithms, powers. Digits come from TypeScript (decimal/elementary.ts): as many as are wanted, cut off, with the promise
# that the number is not exact, so that rounding to nearest needs no more.
def _half_even(context, sign, c, exp):
    return _finish(sign, c, exp, _Rounding(context, "ROUND_HALF_EVEN"))


def _check_digits(prec):
    if prec > _MOST_DIGITS:
        raise MemoryError


def _exp(a, context):
    if a._kind:
        if a._kind >= 2:
            return _nan_of(context, a)
        return _number(0, 0, 0) if a._sign else a
    if not a._int:
        return _number(0, 1, 0)
    prec = context._prec
    _check_digits(prec)
    adjusted = a._exp + _digit_count(a._int) - 1
    if adjusted > 19:
        # Beyond every exponent there is.
        if a._sign:
            return _half_even(context, 0, 1, context._etiny - 1)
        return _half_even(context, 0, 1, context._emax + 1)
    if adjusted < -prec - 4:
        # 1 and a digit too far away to see
        context._status |= _INEXACT | _ROUNDED
        return _one_point_zero(0, prec - 1)
    c, exp = _exp_digits(a._sign, a._int, a._exp, prec)
    return _half_even(context, 0, c, exp)


def _ln(a, context):
    if a._kind:
        if a._kind >= 2:
            return _nan_of(context, a)
        return _invalid(context) if a._sign else a
    if not a._int:
        return _special(_INFINITE, 1)
    if a._sign:
        return _invalid(context)
    if _compare_finite(a, _ONE) == 0:
        return _number(0, 0, 0)
    _check_digits(context._prec)
    sign, c, exp = _ln_digits(a._int, a._exp, context._prec)
    return _half_even(context, sign, c, exp)


def _log10(a, context):
    if a._kind:
        if a._kind >= 2:
            return _nan_of(context, a)
        return _invalid(context) if a._sign else a
    if not a._int:
        return _special(_INFINITE, 1)
    if a._sign:
        return _invalid(context)
    adjusted = a._exp + _digit_count(a._int) - 1
    if _strip_zeros(a._int, MAX_PREC)[0] == 1:
        return _half_even(context, 1 if adjusted < 0 else 0, abs(adjusted), 0)
    _check_digits(context._prec)
    sign, c, exp = _log10_digits(a._int, a._exp, context._prec)
    return _half_even(context, sign, c, exp)


def _is_integer(a):
    if a._kind:
        return False
    return a._exp >= 0 or not a._int or _strip_zeros(a._int, -a._exp)[1] == -a._exp


def _is_odd(a):
    # a is an integer
    if not a._int or a._exp > 0:
        return False
    return a._int // _power_of_ten(-a._exp) & 1 == 1


def _one_point_zero(sign, zeros):
    return _number(sign, _power_of_ten(zeros), -zeros)


def _power(base, exponent, context):
    if base._kind >= 2 or exponent._kind >= 2:
        return _nan_of(context, base, exponent)
    integral = _is_integer(exponent)
    sign = 1 if integral and base._sign and _is_odd(exponent) else 0
    base_is_zero = not base._kind and not base._int
    exponent_is_zero = not exponent._kind and not exponent._int
    if base_is_zero:
        if exponent_is_zero:
            return _invalid(context)
        if exponent._sign:
            return _special(_INFINITE, sign)
        return _number(sign, 0, 0)
    if base._sign and (not integral or exponent._kind):
        return _invalid(context)
    prec = context._prec
    if exponent._kind:
        order = 1 if base._kind else _compare_finite(base, _ONE)
        if order == 0:
            context._status |= _INEXACT | _ROUNDED
            return _one_point_zero(sign, prec - 1)
        if (order < 0) != (exponent._sign == 1):
            return _number(sign, 0, 0)
        return _special(_INFINITE, sign)
    if base._kind:
        if exponent_is_zero:
            return _number(sign, 1, 0)
        return _number(sign, 0, 0) if exponent._sign else _special(_INFINITE, sign)
    if exponent_is_zero:
        return _number(sign, 1, 0)
    magnitude = _number(0, base._int, base._exp)
    if _compare_finite(magnitude, _ONE) == 0:
        return _power_of_one(base, exponent, sign, integral, context)
    bound = _certain_limit(magnitude, exponent, sign, context)
    if bound is not None:
        return bound
    if integral:
        return _power_int(base, exponent, sign, context)
    return _power_real(base, exponent, context)


def _power_of_one(base, exponent, sign, integral, context):
    most = context._prec - 1
    if integral:
        if exponent._sign:
            return _number(sign, 1, 0)
        # 1.000 ** 3 is 1.000000000
        zeros = exponent._int * -base._exp
        zeros = zeros * _power_of_ten(exponent._exp) if exponent._exp >= 0 else zeros // _power_of_ten(-exponent._exp)
        if zeros > most:
            zeros = most
            context._status |= _ROUNDED
    else:
        zeros = most
        context._status |= _INEXACT | _ROUNDED
    return _one_point_zero(sign, zeros) if zeros >= 0 else _number(sign, 1, -zeros)


def _certain_limit(x, y, sign, context):
    # The result if x ** y surely overflows or underflows, else None; x > 0, x != 1. Judged by a lower bound for the decimal exponent of
    # y * log10(x), as libmpdec does.
    adjusted = x._exp + _digit_count(x._int) - 1
    if adjusted > 0:
        bound = _digit_count(adjusted) - 1
    elif adjusted < -1:
        bound = _digit_count(-adjusted - 1) - 1
    else:
        exp = min(x._exp, 0)
        distance = abs(x._int * _power_of_ten(x._exp - exp) - _power_of_ten(-exp))
        bound = _digit_count(distance) - 1 + exp - (2 if adjusted == 0 else 1)
    bound += y._exp + _digit_count(y._int) - 1
    if (adjusted >= 0) != (y._sign == 1):
        if bound > _digit_count(context._emax):
            return _finish(sign, 1, MAX_EMAX * 4, context)
    elif bound > _digit_count(-context._etiny):
        return _finish(sign, 1, context._etiny - 1, context)
    return None


def _power_int(base, exponent, sign, context):
    # The squarings are rounded half even to digits enough for the last ones asked for, as libmpdec does it, so that flags and digits agree.
    work = _working(context, context._prec + _digit_count(exponent._int) + exponent._exp + 2, ROUND_HALF_EVEN, 0)
    if exponent._sign:
        work = _working(work, work._prec + 1)
        factor = _divide(_ONE, base, work)
        if work._status & (_ANY_INVALID | _DIVISION_BY_ZERO):
            context._status |= work._status
            return _special(_QNAN)
    else:
        factor = base
    n = exponent._int * _power_of_ten(exponent._exp) if exponent._exp >= 0 else exponent._int // _power_of_ten(-exponent._exp)
    result = factor
    for bit in bin(n)[3:]:
        result = _multiply(result, result, work)
        if bit == "1":
            result = _multiply(result, factor, work)
        if result._kind or (not result._int and work._status & _CLAMPED):
            break
    context._status |= work._status
    if result._kind == _INFINITE:
        return _finish(sign, 1, MAX_EMAX * 4, context)
    if result._kind:
        return result
    return _finish(sign, result._int, result._exp, context)


def _power_real(base, exponent, context):
    digits = max(_digit_count(base._int), context._prec) + 4 + 19
    work = _working(context, digits, ROUND_HALF_EVEN, 0, True)
    product = _multiply(_ln(base, work), exponent, work)
    work._status = 0
    result = _exp(product, work)
    context._status |= work._status
    if result._kind == _INFINITE:
        return _finish(0, 1, MAX_EMAX * 4, context)
    if result._kind:
        return result
    if _compare_finite(result, _ONE) == 0:
        result = _one_point_zero(0, context._prec - 1)
    return _finish(0, result._int, result._exp, context)


def _powmod(base, exponent, modulus, context):
    if base._kind >= 2 or exponent._kind >= 2 or modulus._kind >= 2:
        return _nan_of(context, base, exponent, modulus)
    if not (_is_integer(base) and _is_integer(exponent) and _is_integer(modulus)):
        return _invalid(context)
    if not modulus._int or modulus._exp + _digit_count(modulus._int) > context._prec or exponent._sign:
        return _invalid(context)
    if not base._int and not exponent._int:
        return _invalid(context)
    sign = 1 if base._sign and _is_odd(exponent) else 0
    m = _integer_of(modulus)
    # The base may have a large exponent, the exponent too: neither is written out.
    reduced = base._int % m * pow(10, base._exp, m) % m if base._exp >= 0 else base._int // _power_of_ten(-base._exp) % m
    if exponent._exp <= 0:
        c = pow(reduced, exponent._int // _power_of_ten(-exponent._exp), m)
    else:
        c = pow(reduced, exponent._int, m)
        for _ in range(exponent._exp):
            c = pow(c, 10, m)
    return _number(sign, c, 0)


def _integer_of(a):
    # Magnitude of a finite number cut to an integer
    exp = a._exp
    if exp >= 0:
        return a._int * _power_of_ten(exp)
    if -exp > _digit_count(a._int):
        return 0
    return a._int // _power_of_ten(-exp)
