# Rounding: how a coefficient and exponent of any size become a number of a context. A finite number is sign * coefficient * 10**exponent.
ROUND_UP = "ROUND_UP"
ROUND_DOWN = "ROUND_DOWN"
ROUND_CEILING = "ROUND_CEILING"
ROUND_FLOOR = "ROUND_FLOOR"
ROUND_HALF_UP = "ROUND_HALF_UP"
ROUND_HALF_DOWN = "ROUND_HALF_DOWN"
ROUND_HALF_EVEN = "ROUND_HALF_EVEN"
ROUND_05UP = "ROUND_05UP"
_ROUNDINGS = (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP)
_BAD_ROUNDING = ("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                 "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")

# Kinds of numbers
_FINITE, _INFINITE, _QNAN, _SNAN = range(4)
# No machine has memory for coefficients of more digits.
_MOST_DIGITS = 500_000_000

_POWERS = [10 ** i for i in range(100)]
_object_new = object.__new__


def _power_of_ten(n):
    if n < 100:
        return _POWERS[n]
    if n > _MOST_DIGITS:
        raise MemoryError
    return 10 ** n


def _digit_count(c):
    # Digits of a coefficient; one for 0.
    if c < 10:
        return 1
    guess = c.bit_length() * 30103 // 100000
    # Never too high by more than one for a few thousand digits; farther out the guess is mended in both directions.
    if guess < 4000:
        return guess + 1 if c >= _power_of_ten(guess) else guess
    while c >= _power_of_ten(guess):
        guess += 1
    while c < _power_of_ten(guess - 1):
        guess -= 1
    return guess


def _number(sign, coefficient, exponent):
    self = _object_new(Decimal)
    self._kind = 0
    self._sign = sign
    self._int = coefficient
    self._exp = exponent
    return self


def _special(kind, sign=0, payload=0):
    self = _object_new(Decimal)
    self._kind = kind
    self._sign = sign
    self._int = payload
    self._exp = 0
    return self


def _invalid(context, condition=_INVALID):
    context._status |= condition
    return _special(_QNAN)


def _strip_zeros(c, most):
    # (coefficient without trailing zeros, how many were taken away: at most `most`)
    taken = 0
    step = 16
    while step:
        power = _POWERS[step]
        while taken + step <= most:
            quotient, rest = c // power, c % power
            if rest:
                break
            c = quotient
            taken += step
        step >>= 1
    return c, taken


def _shorten(sign, c, places, rounding):
    # (c without its last `places` digits, rounded; was anything lost)
    power = _power_of_ten(places)
    quotient, rest = c // power, c % power
    if not rest:
        return quotient, False
    if rounding == "ROUND_HALF_EVEN":
        rest += rest
        up = rest > power or (rest == power and quotient & 1)
    elif rounding == "ROUND_HALF_UP":
        up = rest + rest >= power
    elif rounding == "ROUND_DOWN":
        up = False
    elif rounding == "ROUND_UP":
        up = True
    elif rounding == "ROUND_FLOOR":
        up = sign
    elif rounding == "ROUND_CEILING":
        up = not sign
    elif rounding == "ROUND_HALF_DOWN":
        up = rest + rest > power
    else:
        up = quotient % 5 == 0
    return (quotient + 1 if up else quotient), True


def _finish(sign, c, exp, context):
    # The number as the context can hold it; conditions go to context._status.
    if c < context._limit and context._etiny <= exp <= context._etop:
        if c and exp < context._emin and exp + _digit_count(c) <= context._emin:
            context._status |= _SUBNORMAL
        return _number(sign, c, exp)
    return _finish_slowly(sign, c, exp, context)


def _finish_slowly(sign, c, exp, context):
    prec, etiny, etop = context._prec, context._etiny, context._etop
    if not c:
        highest = etop if context._clamp else context._emax
        held = etiny if exp < etiny else highest if exp > highest else exp
        if held != exp:
            context._status |= _CLAMPED
        return _number(sign, 0, held)
    if context._emin <= exp <= etop and c.bit_length() * 30103 // 100000 < prec:
        return _number(sign, c, exp)  # (without counting the digits, which may be very many)
    digits = _digit_count(c)
    lowest = digits + exp - prec
    if lowest > etop:
        return _overflow(sign, context)
    subnormal = lowest < etiny
    if subnormal:
        lowest = etiny
    if exp < lowest:
        places = lowest - exp
        if places > digits:
            # Less than a tenth of the last place: any digit other than 0 stands for all of them.
            c, places = 1, 1
        c, inexact = _shorten(sign, c, places, context._rounding)
        exp = lowest
        if not subnormal and c == _power_of_ten(prec):
            c //= 10
            exp += 1
        if exp > etop and exp + _digit_count(c) - 1 > context._emax:
            return _overflow(sign, context)
        status = _ROUNDED
        if inexact:
            status |= _INEXACT
        if subnormal:
            status |= _SUBNORMAL
            if inexact:
                status |= _UNDERFLOW
                if not c:
                    status |= _CLAMPED
        context._status |= status
        return _number(sign, c, exp)
    if subnormal:
        context._status |= _SUBNORMAL
    if context._clamp and exp > etop:
        context._status |= _CLAMPED
        c *= _power_of_ten(exp - etop)
        exp = etop
    return _number(sign, c, exp)


def _overflow(sign, context):
    context._status |= _OVERFLOW | _INEXACT | _ROUNDED
    rounding = context._rounding
    if rounding in ("ROUND_DOWN", "ROUND_05UP") or rounding == ("ROUND_CEILING" if sign else "ROUND_FLOOR"):
        return _number(sign, _power_of_ten(context._prec) - 1, context._etop)
    return _special(_INFINITE, sign)


def _nan_of(context, a, b=None, c=None):
    # What an operation gives that meets NaNs: the first signalling one, else the first.
    found = None
    for number in (a, b, c):
        if number is not None and number._kind == _SNAN:
            found = number
            context._status |= _INVALID
            break
    if found is None:
        found = a if a._kind >= _QNAN else b if b._kind >= _QNAN else c
    payload = found._int
    room = context._prec - context._clamp
    if payload and room < _MOST_DIGITS and _digit_count(payload) > room:
        payload %= _power_of_ten(room)
    return _special(_QNAN, found._sign, payload)


def _fit(a, context):
    # The operand itself, rounded to the context.
    if a._kind:
        return _nan_of(context, a) if a._kind >= _QNAN else a
    return _finish(a._sign, a._int, a._exp, context)
