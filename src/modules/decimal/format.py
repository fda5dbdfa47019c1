# format(): [[fill]align][sign][z][#][0][width][,_][.precision[,_]][type]
_format_pattern = _re.compile(
    r"(?:(?P<fill>.)?(?P<align>[<>=^]))?(?P<sign>[-+ ])?(?P<no_neg_0>z)?(?P<alt>#)?(?P<zeropad>0)?(?P<width>\d+)?(?P<sep>[,_])?"
    r"(?:\.(?=[\d,_])(?P<precision>\d+)?(?P<fraction_sep>[,_])?)?(?P<type>[eEfFgGn%])?", _re.DOTALL)


_known_specs = {}


def _parsed(spec):
    parts = _known_specs.get(spec)
    if parts is None:
        match = _format_pattern.fullmatch(spec)
        if match is None:
            raise ValueError("Invalid format specifier: " + spec)
        if len(_known_specs) > 100:
            _known_specs.clear()
        parts = _known_specs[spec] = match.groups()
    return parts


def _format(a, spec, context):
    fill, align, sign_mode, no_negative_zero, _, zeros, width, separator, precision, fraction_separator, kind = _parsed(spec)
    if zeros:
        if fill is not None:
            raise ValueError("Fill character conflicts with '0' in format specifier: " + spec)
        if align is not None:
            raise ValueError("Alignment conflicts with '0' in format specifier: " + spec)
    width = int(width) if width else 0
    precision = int(precision) if precision is not None else None
    fill = fill or " "
    align = align or ">"
    point, grouping = ".", [3, 0]
    if kind == "n":
        if separator is not None:
            raise ValueError("Explicit thousands separator conflicts with 'n' type in format specifier: " + spec)
        import _locale
        conventions = _locale.localeconv()
        point, separator, grouping = conventions["decimal_point"], conventions["thousands_sep"], conventions["grouping"]
        kind = "g"
    if a._kind:
        body = _KIND_NAMES[a._kind] + (_int_text(a._int) if a._int else "")
        if kind == "%":
            body += "%"
        return _aligned_text(_sign_text(a._sign, sign_mode), body, " " if zeros else fill, align, width)
    if kind is None:
        kind = "G" if context._capitals else "g"
    sign, c, exp = a._sign, a._int, a._exp
    if kind == "%":
        exp += 2
    if precision is not None:
        c, exp = _rounded_for(sign, c, exp, kind, precision, context._rounding)
    elif kind in "fF%" and exp > 0:
        c, exp = c * _power_of_ten(exp), 0
    if no_negative_zero and not c and kind in "fFeEgG%":
        sign = 0
    if not c and exp > 0 and kind in "fF%":
        exp = 0
    digits = _int_text(c)
    leftmost = exp + len(digits)
    if kind in "eE":
        place = 1 - precision if not c and precision is not None else 1
    elif kind in "fF%":
        place = leftmost
    elif exp <= 0 and leftmost > -6:
        place = leftmost
    else:
        place = 1
    if place < 0:
        whole, fraction = "0", "0" * -place + digits
    elif place > len(digits):
        whole, fraction = digits + "0" * (place - len(digits)), ""
    else:
        whole, fraction = digits[:place] or "0", digits[place:]
    power = leftmost - place
    if fraction_separator:
        fraction = fraction_separator.join([fraction[i:i + 3] for i in range(0, len(fraction), 3)])
    tail = point + fraction if fraction else ""
    if power != 0 or kind in "eE":
        tail += f"{'E' if kind in 'EG' else 'e'}{power:+d}"
    if kind == "%":
        tail += "%"
    head = _sign_text(sign, sign_mode)
    if zeros:
        room = width - len(head) - len(tail)
        return head + _grouped(whole, separator, grouping, room) + tail
    return _aligned_text(head, _grouped(whole, separator, grouping, 0) + tail, fill, align, width)


def _rounded_for(sign, c, exp, kind, precision, rounding):
    if kind in "fF%":
        target = -precision
    else:
        digits = precision + 1 if kind in "eE" else max(precision, 1)
        if kind in "eE":
            if not c:
                # All the zeros asked for: 0.000e+1 comes from 0E-2.
                return 0, exp
            target = exp + _digit_count(c) - digits
        else:
            if _digit_count(c) <= digits:
                return c, exp
            target = exp + _digit_count(c) - digits
    if not c:
        return 0, target
    if target <= exp:
        return c * _power_of_ten(exp - target), target
    places = target - exp
    length = _digit_count(c)
    if places > length:
        c, places = 1, 1
    c, _ = _shorten(sign, c, places, rounding)
    if kind not in "fF%" and _digit_count(c) > digits:
        c //= 10
        target += 1
    return c, target


def _sign_text(sign, mode):
    return "-" if sign else mode if mode in ("+", " ") else ""


def _aligned_text(head, body, fill, align, width):
    space = fill * (width - len(head) - len(body))
    if align == "<":
        return head + body + space
    if align == ">":
        return space + head + body
    if align == "=":
        return head + space + body
    half = len(space) // 2
    return space[:half] + head + body + space[half:]


def _grouped(digits, separator, grouping, width):
    # Digits in groups, filled with zeros to the width
    if not separator:
        return digits.rjust(width, "0")
    groups = []
    sizes = list(grouping)
    if not sizes:
        return digits.rjust(width, "0")
    index = 0
    while True:
        if sizes[index] == 0:
            index -= 1
        size = sizes[index]
        if size == 127 or size < 0 or index < 0:
            groups.append(digits.rjust(width, "0"))
            break
        taken = min(max(len(digits), width, 1), size)
        groups.append(digits[-taken:].rjust(taken, "0") if digits else "0" * taken)
        digits = digits[:-taken]
        width -= taken
        if not digits and width <= 0:
            break
        width -= len(separator)
        if index + 1 < len(sizes):
            index += 1
    return separator.join(reversed(groups))
