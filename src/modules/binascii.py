# The module binascii: quoted-printable (RFC 2045) and uuencode. The rest is TypeScript's (binascii.ts).
Error = type("Error", (ValueError,), {"__module__": "binascii"})
Incomplete = type("Incomplete", (Exception,), {"__module__": "binascii"})


def _data(data):
    try:
        return memoryview(data).tobytes()
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not {type(data).__name__!r}") from None


def _ascii(data):
    if isinstance(data, str):
        if not data.isascii():
            raise ValueError("string argument should contain only ASCII characters")
        return data.encode("ascii")
    try:
        return memoryview(data).tobytes()
    except TypeError:
        raise TypeError(f"argument should be bytes, buffer or ASCII string, not {type(data).__name__!r}") from None


def b2a_uu(data, /, *, backtick=False):
    """Uuencode line of data."""
    data = _data(data)
    if len(data) > 45:
        raise Error("At most 45 bytes at once")
    zero = 96 if backtick else 32
    out = bytearray((len(data) + 32 if data else zero,))
    for i in range(0, len(data), 3):
        bits = int.from_bytes(data[i:i + 3].ljust(3, b"\0"), "big")
        for shift in (18, 12, 6, 0):
            value = bits >> shift & 63
            out.append(value + 32 if value else zero)
    return bytes(out) + b"\n"


def a2b_uu(data, /):
    """Decode a line of uuencoded data."""
    data = _ascii(data)
    if not data:
        return b""
    length = data[0] - 32 & 63
    values = []
    needed = (length + 2) // 3 * 4
    rest = data[1:]
    for i in range(needed):
        c = rest[i] if i < len(rest) else 32
        if c in (10, 13):
            c = 32
        if not 32 <= c <= 96:
            raise Error("Illegal char")
        values.append(c - 32 & 63)
    for c in rest[needed:]:
        if c not in (32, 96, 10, 13):
            raise Error("Trailing garbage")
    out = bytearray()
    for i in range(0, len(values), 4):
        bits = values[i] << 18 | values[i + 1] << 12 | values[i + 2] << 6 | values[i + 3]
        out += bits.to_bytes(3, "big")
    return bytes(out[:length])


_HEX = b"0123456789ABCDEFabcdef"


def a2b_qp(data, header=False):
    """Decode a string of qp-encoded data."""
    data = _ascii(data)
    out = bytearray()
    i, n = 0, len(data)
    while i < n:
        c = data[i]
        if c == 61:
            i += 1
            if i >= n:
                break
            if data[i] in (10, 13):
                while i < n and data[i] != 10:
                    i += 1
                i += 1
            elif data[i] == 61:
                out.append(61)
                i += 1
            elif i + 1 < n and data[i] in _HEX and data[i + 1] in _HEX:
                out.append(int(data[i:i + 2], 16))
                i += 2
            else:
                out.append(61)
        elif header and c == 95:
            out.append(32)
            i += 1
        else:
            out.append(c)
            i += 1
    return bytes(out)


def b2a_qp(data, quotetabs=False, istext=True, header=False):
    """Encode a string using quoted-printable encoding."""
    data = _data(data)
    first = data.find(b"\n")
    crlf = first > 0 and data[first - 1] == 13
    end_of_line = b"\r\n" if crlf else b"\n"
    out = bytearray()
    width = 0
    i, n = 0, len(data)

    def put(piece):
        nonlocal width
        out.extend(piece)
        width += len(piece)

    while i < n:
        c = data[i]
        following = data[i + 1] if i + 1 < n else -1
        quoted = (c > 126 or c == 61 or (header and c == 95) or
                  (c == 46 and width == 0 and (following in (-1, 10, 13, 0))) or
                  (not istext and c in (10, 13)) or
                  (c in (9, 32) and i + 1 == n) or
                  (c < 33 and c not in (13, 10, 9, 32)) or
                  (c < 33 and c not in (13, 10) and (quotetabs or (not quotetabs and c not in (9, 32)))))
        if quoted:
            if width + 3 >= 76:
                out.extend(b"=" + end_of_line)
                width = 0
            put(b"=%02X" % c)
            i += 1
        elif istext and (c == 10 or (c == 13 and following == 10)):
            if out and out[-1:] in (b" ", b"\t") and width:
                last = out[-1]
                out[-1:] = b"=%02X" % last
            out.extend(end_of_line)
            width = 0
            i += 2 if c == 13 else 1
        else:
            if following not in (-1, 10) and width + 1 >= 76:
                out.extend(b"=" + end_of_line)
                width = 0
            put(b"_" if header and c == 32 else bytes((c,)))
            i += 1
    return bytes(out)
