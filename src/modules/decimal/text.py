# Numbers to and from text, ints, floats and tuples.
import re as _re

_LONG = 10 ** 4000
_KIND_NAMES = ("", "Infinity", "NaN", "sNaN")
_number_pattern = _re.compile(
    r"(?P<sign>[-+])?(?:(?P<int>[0-9]*)(?:\.(?P<fraction>[0-9]*))?(?:[eE](?P<exp>[-+]?[0-9]+))?"
    r"|(?P<infinity>[iI][nN][fF](?:[iI][nN][iI][tT][yY])?)|(?P<signal>[sS])?[nN][aA][nN](?P<payload>[0-9]*))",
)


def _int_text(c):
    # str(c) without the limit that protects programs
    return str(c) if c < _LONG else _long_int_text(c)


def _text_int(text):
    return int(text) if len(text) < 4000 else _long_text_int(text)


def _ascii_number(text):
    # Digits and spaces of other scripts as ASCII's; whatever else is not ASCII spoils the number.
    return "".join([c if c < "\x80" else " " if c.isspace() else str(_digit_value(c)) if c.isdecimal() else "?" for c in text])


def _digit_value(c):
    return int(c)


def _of_text(text, context, exact):
    # exact: the constructor, which rounds nothing and is lenient about spaces and underscores.
    if not text.isascii():
        text = _ascii_number(text)
    if exact:
        text = text.strip(" \t\n\r\v\f\x1c\x1d\x1e\x1f").replace("_", "")
    match = _number_pattern.fullmatch(text)
    if match is None:
        return _invalid(context, _CONVERSION_SYNTAX)
    sign_text, integer, fraction, exp_text, infinity, signal, payload = match.groups()
    sign = 1 if sign_text == "-" else 0
    if integer is None:
        if infinity:
            return _special(_INFINITE, sign)
        payload = payload.lstrip("0")
        if not exact and len(payload) > context._prec - context._clamp:
            return _invalid(context, _CONVERSION_SYNTAX)
        return _special(_SNAN if signal else _QNAN, sign, _text_int(payload) if payload else 0)
    fraction = fraction or ""
    if not integer and not fraction:
        return _invalid(context, _CONVERSION_SYNTAX)
    exp = 0
    if exp_text:
        # Longer ones are out of every range anyhow.
        exp = int(exp_text) if len(exp_text) < 30 else 10 ** 25 if exp_text.lstrip("+-").strip("0") and exp_text[0] != "-" else \
            -10 ** 25 if exp_text.lstrip("+-").strip("0") else 0
    return _checked(sign, _text_int(integer + fraction), exp - len(fraction), context, exact)


def _checked(sign, c, exp, context, exact):
    # A new number: as it is, if there is such a number at all, or as the context has it.
    if not exact:
        return _finish(sign, c, exp, context)
    if exp > MAX_EMAX or exp < MIN_ETINY or exp + _digit_count(c) - 1 > MAX_EMAX:
        return _invalid(context)
    return _number(sign, c, exp)


def _of_int(n):
    return _number(1, -n, 0) if n < 0 else _number(0, n + 0, 0)


def _of_float(x):
    if isinstance(x, int):
        return _of_int(x)
    if not isinstance(x, float):
        raise TypeError("argument must be int or float")
    x = float(x)
    sign = 1 if _copysign(1.0, x) < 0 else 0
    if x != x:
        return _special(_QNAN, sign)
    if x - x != 0:
        return _special(_INFINITE, sign)
    n, d = abs(x).as_integer_ratio()
    places = d.bit_length() - 1
    return _number(sign, n * 5 ** places, -places)


def _of_tuple(parts, context, exact):
    parts = tuple(parts)
    if len(parts) != 3:
        raise ValueError("argument must be a sequence of length 3")
    sign, digits, exp = parts
    if not isinstance(sign, int) or sign not in (0, 1):
        raise ValueError("sign must be an integer with the value 0 or 1")
    kind = 0
    if isinstance(exp, str):
        kind = 1 if exp == "F" else 2 if exp == "n" else 3 if exp == "N" else 0
        if not kind:
            raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
    elif not isinstance(exp, int):
        raise ValueError("exponent must be an integer")
    if not isinstance(digits, (tuple, list)):
        raise ValueError("coefficient must be a tuple of digits")
    for digit in digits:
        if not isinstance(digit, int) or not 0 <= digit <= 9:
            raise ValueError("coefficient must be a tuple of digits")
    if kind == 1:
        return _special(_INFINITE, int(sign))
    c = _text_int("".join([str(int(digit)) for digit in digits]) or "0")
    if kind:
        if not exact and _digit_count(c) > context._prec - context._clamp:
            return _invalid(context, _CONVERSION_SYNTAX)
        return _special(kind, int(sign), c)
    return _checked(int(sign), c, int(exp), context, exact)


def _converted(value, context, exact):
    # Decimal(value) (exact) or context.create_decimal(value)
    if isinstance(value, Decimal):
        if value._kind:
            if not exact and value._kind >= 2 and _digit_count(value._int) > context._prec - context._clamp and value._int:
                return _invalid(context, _CONVERSION_SYNTAX)
            return value
        return value if exact else _finish(value._sign, value._int, value._exp, context)
    if isinstance(value, str):
        return _of_text(value, context, exact)
    if isinstance(value, int):
        return _of_int(value) if exact else _finish(1 if value < 0 else 0, abs(value), 0, context)
    if isinstance(value, (tuple, list)):
        return _of_tuple(value, context, exact)
    if isinstance(value, float):
        context._status |= _FLOAT
        if exact:
            if context._traps & _FLOAT:
                _settle(context)
            return _of_float(value)
        number = _of_float(value)
        return number if number._kind else _finish(number._sign, number._int, number._exp, context)
    raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")


def _to_text(a, capitals, engineering=False):
    sign = "-" if a._sign else ""
    if a._kind:
        return sign + _KIND_NAMES[a._kind] + (_int_text(a._int) if a._int else "")
    digits = _int_text(a._int)
    exp = a._exp
    if exp == 0:
        return sign + digits
    point = len(digits) + exp
    if exp > 0 or point <= -6:
        # Scientific: where the point goes
        if not engineering:
            place = 1
        elif a._int:
            place = (point - 1) % 3 + 1
        else:
            place = (point + 1) % 3 - 1
    else:
        place = point
    if place <= 0:
        text = "0." + "0" * -place + digits
    elif place >= len(digits):
        text = digits + "0" * (place - len(digits))
    else:
        text = digits[:place] + "." + digits[place:]
    if point == place:
        return sign + text
    return f"{sign}{text}{'E' if capitals else 'e'}{point - place:+d}"
