# The module _codecs: the registries of codecs and error handlers, and the codecs that encodings/*.py is made of. Conversions in one go are those of
# str.encode and bytes.decode; here is what they leave out: input in pieces, escapes, character maps, UTF-7.
_search_functions = []
_cache = {}
_handlers = {}


def register(search_function, /):
    """Register a codec search function."""
    if not callable(search_function):
        raise TypeError("argument must be callable")
    _search_functions.append(search_function)


def unregister(search_function, /):
    """Unregister a codec search function and clear the registry's cache."""
    for i, known in enumerate(_search_functions):
        if known is search_function:
            del _search_functions[i]
            _cache.clear()
            return


def _normal(encoding):
    return encoding.lower().replace(" ", "-")


def lookup(encoding, /):
    """Looks up a codec tuple in the Python codec registry and returns a CodecInfo object."""
    if not isinstance(encoding, str):
        raise TypeError(f"lookup() argument must be str, not {type(encoding).__name__}")
    if "\0" in encoding:
        raise ValueError("embedded null character")
    name = _normal(encoding)
    found = _cache.get(name)
    if found is not None:
        return found
    if not _search_functions:
        import encodings
    for search in _search_functions:
        found = search(name)
        if found is not None:
            if not isinstance(found, tuple) or len(found) != 4:
                raise TypeError("codec search functions must return 4-tuples")
            _cache[name] = found
            return found
    raise LookupError(f"unknown encoding: {encoding}")


def _text_codec(encoding, instead):
    found = lookup(encoding)
    if not getattr(found, "_is_text_encoding", True):
        raise LookupError(f"{encoding!r} is not a text encoding; use {instead} to handle arbitrary codecs")
    return found


def _converted(function, what, encoding, args):
    result = function(*args)
    if not isinstance(result, tuple) or len(result) != 2:
        raise TypeError(f"{what}r must return a tuple (object, integer)")
    return result[0]


def _noted(function, what, encoding, args):
    # As CPython: an error of a codec says in a note which codec it was.
    try:
        return _converted(function, what, encoding, args)
    except (UnicodeError, LookupError):
        raise
    except Exception as error:
        if not getattr(error, "__notes__", None):
            error.add_note(f"{what[:-1]}ing with {encoding!r} codec failed")
        raise


def encode(obj, encoding="utf-8", errors="strict"):
    """Encodes obj using the codec registered for encoding."""
    return _noted(lookup(encoding)[0], "encode", encoding, (obj, errors))


def decode(obj, encoding="utf-8", errors="strict"):
    """Decodes obj using the codec registered for encoding."""
    return _noted(lookup(encoding)[1], "decode", encoding, (obj, errors))


def _encode_text(text, encoding, errors):
    # str.encode with an encoding that TypeScript does not know
    result = _noted(_text_codec(encoding, "codecs.encode()")[0], "encode", encoding, (text, errors))
    if isinstance(result, bytearray):
        result = bytes(result)
    if not isinstance(result, bytes):
        raise TypeError(f"'{encoding}' encoder returned '{type(result).__name__}' instead of 'bytes'; "
                        "use codecs.encode() to encode to arbitrary types")
    return result


def _decode_text(data, encoding, errors):
    result = _noted(_text_codec(encoding, "codecs.decode()")[1], "decode", encoding, (data, errors))
    if not isinstance(result, str):
        raise TypeError(f"'{encoding}' decoder returned '{type(result).__name__}' instead of 'str'; "
                        "use codecs.decode() to decode to arbitrary types")
    return result


# --- error handlers
def register_error(errors, handler, /):
    """Register the specified error handler under the name errors."""
    if not isinstance(errors, str):
        raise TypeError(f"register_error() argument 1 must be str, not {type(errors).__name__}")
    if not callable(handler):
        raise TypeError("handler must be callable")
    _handlers[errors] = handler


def _unregister_error(errors, /):
    """Un-register the specified error handler for the error handling `errors'."""
    if errors in _STANDARD:
        raise ValueError(f"cannot un-register built-in error handler '{errors}'")
    return _handlers.pop(errors, None) is not None


def lookup_error(name, /):
    """lookup_error(errors) -> handler"""
    if name is None:
        name = "strict"
    found = _handlers.get(name)
    if found is None:
        raise LookupError(f"unknown error handler name '{name}'")
    return found


def _cannot_handle(error):
    raise TypeError(f"don't know how to handle {type(error).__name__} in error callback")


def strict_errors(error, /):
    """Implements the 'strict' error handling, which raises a UnicodeError on coding errors."""
    if isinstance(error, BaseException):
        raise error
    raise TypeError("codec must pass exception instance")


def ignore_errors(error, /):
    """Implements the 'ignore' error handling, which ignores malformed data and continues."""
    if not issubclass(type(error), UnicodeError) or not hasattr(error, "end"):
        _cannot_handle(error)
    return ("", error.end)


def replace_errors(error, /):
    """Implements the 'replace' error handling, which replaces malformed data with a replacement marker."""
    if issubclass(type(error), UnicodeEncodeError):
        return ("?" * (error.end - error.start), error.end)
    if issubclass(type(error), UnicodeDecodeError):
        return ("\ufffd", error.end)
    if issubclass(type(error), UnicodeTranslateError):
        return ("\ufffd" * (error.end - error.start), error.end)
    _cannot_handle(error)


def _escape(c):
    return f"\\x{c:02x}" if c < 0x100 else f"\\u{c:04x}" if c < 0x10000 else f"\\U{c:08x}"


def backslashreplace_errors(error, /):
    """Implements the 'backslashreplace' error handling, which replaces malformed data with a backslashed escape sequence."""
    if issubclass(type(error), UnicodeDecodeError):
        return ("".join([f"\\x{b:02x}" for b in error.object[error.start:error.end]]), error.end)
    if issubclass(type(error), (UnicodeEncodeError, UnicodeTranslateError)):
        return ("".join([_escape(ord(c)) for c in error.object[error.start:error.end]]), error.end)
    _cannot_handle(error)


def xmlcharrefreplace_errors(error, /):
    """Implements the 'xmlcharrefreplace' error handling, which replaces an unencodable character with the appropriate XML character reference."""
    if not issubclass(type(error), UnicodeEncodeError):
        _cannot_handle(error)
    return ("".join([f"&#{ord(c)};" for c in error.object[error.start:error.end]]), error.end)


def namereplace_errors(error, /):
    """Implements the 'namereplace' error handling, which replaces an unencodable character with a \\N{...} escape sequence."""
    if not issubclass(type(error), UnicodeEncodeError):
        _cannot_handle(error)
    import unicodedata
    out = []
    for c in error.object[error.start:error.end]:
        name = unicodedata.name(c, None)
        out.append(_escape(ord(c)) if name is None else f"\\N{{{name}}}")
    return ("".join(out), error.end)


def _surrogateescape(error, /):
    if issubclass(type(error), UnicodeEncodeError):
        out = bytearray()
        for c in error.object[error.start:error.end]:
            c = ord(c)
            if not 0xDC80 <= c <= 0xDCFF:
                raise error
            out.append(c - 0xDC00)
        return (bytes(out), error.end)
    if issubclass(type(error), UnicodeDecodeError):
        out = []
        for b in error.object[error.start:error.end]:
            if b < 0x80:
                break
            out.append(chr(0xDC00 + b))
        if not out:
            raise error
        return ("".join(out), error.start + len(out))
    _cannot_handle(error)


def _surrogatepass(error, /):
    if issubclass(type(error), UnicodeEncodeError):
        part = error.object[error.start:error.end]
        for c in part:
            if not "\ud800" <= c <= "\udfff":
                raise error
        try:
            return (part.encode(error.encoding, "surrogatepass"), error.end)
        except UnicodeError:
            raise error from None
    if issubclass(type(error), UnicodeDecodeError):
        name = error.encoding.lower().replace("_", "-")
        size = 3 if name == "utf-8" else 2 if name.startswith("utf-16") else 4 if name.startswith("utf-32") else 0
        part = error.object[error.start:error.start + size]
        if size and len(part) == size:
            if size == 3:
                c = (part[0] & 15) << 12 | (part[1] & 63) << 6 | part[2] & 63
                good = part[0] & 0xF0 == 0xE0 and part[1] & 0xC0 == 0x80 and part[2] & 0xC0 == 0x80
            else:
                c = int.from_bytes(part, "big" if name.endswith("be") else "little")
                good = True
            if good and 0xD800 <= c <= 0xDFFF:
                return (chr(c), error.start + size)
        raise error
    _cannot_handle(error)


_handlers.update({
    "strict": strict_errors, "ignore": ignore_errors, "replace": replace_errors, "backslashreplace": backslashreplace_errors,
    "xmlcharrefreplace": xmlcharrefreplace_errors, "namereplace": namereplace_errors, "surrogateescape": _surrogateescape,
    "surrogatepass": _surrogatepass,
})
_STANDARD = frozenset(_handlers)


def _resume(answer, length, decoding):
    # Checks what an error handler returned: (replacement, position).
    what = "decoding error handler must return (str, int) tuple" if decoding else "encoding error handler must return (str/bytes, int) tuple"
    if not isinstance(answer, tuple) or len(answer) != 2:
        raise TypeError(what)
    text, pos = answer
    if not isinstance(text, str if decoding else (str, bytes)) or not isinstance(pos, int):
        raise TypeError(what)
    if pos < 0:
        pos += length
    if not 0 <= pos <= length:
        raise IndexError(f"position {answer[1]} from error handler out of bounds")
    return text, pos


def _handled(errors, error):
    # What the error handler puts there, where decoding goes on, and in what: the handler may have put other bytes there.
    answer = lookup_error(errors)(error)
    data = error.object
    if not isinstance(data, bytes):
        raise TypeError("UnicodeError 'object' attribute must be a bytes")
    return *_resume(answer, len(data), True), data


# --- Unicode transformation formats, Latin-1, ASCII
def _need_str(text, name):
    if not isinstance(text, str):
        raise TypeError(f"{name}() argument 1 must be str, not {type(text).__name__}")


def _need_bytes(data):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return data if type(data) is bytes else bytes(data) if type(data) is bytearray else bytes(memoryview(data))


def _make_codec(name, encoding, incomplete):
    def encode(str, errors=None, /):
        _need_str(str, name + "_encode")
        return (str.encode(encoding, "strict" if errors is None else errors), len(str))

    def decode(data, errors=None, final=False, /):
        data = _need_bytes(data)
        count = len(data)
        if not final:
            held = incomplete(data)
            if held:
                count -= held
                data = data[:count]
        return (data.decode(encoding, "strict" if errors is None else errors), count)

    encode.__name__ = encode.__qualname__ = name + "_encode"
    decode.__name__ = decode.__qualname__ = name + "_decode"
    return encode, decode


def _nothing_held(data):
    return 0


def _held_utf_8(data):
    # Bytes at the end that may become a character.
    for back in (1, 2, 3):
        if back > len(data):
            return 0
        b = data[-back]
        if b < 0x80:
            return 0
        if b >= 0xC0:
            size = 2 if 0xC2 <= b < 0xE0 else 3 if 0xE0 <= b < 0xF0 else 4 if 0xF0 <= b < 0xF5 else 1
            if size <= back:
                return 0
            if back > 1:
                second = data[-back + 1]
                if (b == 0xE0 and second < 0xA0) or (b == 0xED and second > 0x9F) or (b == 0xF0 and second < 0x90) or (b == 0xF4 and second > 0x8F):
                    return 0
            return back
    return 0


def _held_utf_16(big):
    def held(data):
        odd = len(data) & 1
        end = len(data) - odd
        if end >= 2 and data[end - 2 if big else end - 1] & 0xFC == 0xD8:
            return odd + 2
        return odd
    return held


def _held_utf_32(data):
    return len(data) & 3


utf_8_encode, utf_8_decode = _make_codec("utf_8", "utf-8", _held_utf_8)
latin_1_encode, latin_1_decode = _make_codec("latin_1", "latin-1", _nothing_held)
ascii_encode, ascii_decode = _make_codec("ascii", "ascii", _nothing_held)
utf_16_le_encode, utf_16_le_decode = _make_codec("utf_16_le", "utf-16-le", _held_utf_16(False))
utf_16_be_encode, utf_16_be_decode = _make_codec("utf_16_be", "utf-16-be", _held_utf_16(True))
utf_32_le_encode, utf_32_le_decode = _make_codec("utf_32_le", "utf-32-le", _held_utf_32)
utf_32_be_encode, utf_32_be_decode = _make_codec("utf_32_be", "utf-32-be", _held_utf_32)


def utf_16_encode(str, errors=None, byteorder=0, /):
    _need_str(str, "utf_16_encode")
    name = "utf-16" if byteorder == 0 else "utf-16-le" if byteorder < 0 else "utf-16-be"
    return (str.encode(name, errors or "strict"), len(str))


def utf_32_encode(str, errors=None, byteorder=0, /):
    _need_str(str, "utf_32_encode")
    name = "utf-32" if byteorder == 0 else "utf-32-le" if byteorder < 0 else "utf-32-be"
    return (str.encode(name, errors or "strict"), len(str))


def utf_16_ex_decode(data, errors=None, byteorder=0, final=False, /):
    data = _need_bytes(data)
    skip = 0
    if byteorder == 0 and len(data) >= 2:
        if data[:2] == b"\xff\xfe":
            byteorder, skip = -1, 2
        elif data[:2] == b"\xfe\xff":
            byteorder, skip = 1, 2
    text, count = (utf_16_be_decode if byteorder > 0 else utf_16_le_decode)(data[skip:], errors, final)
    return (text, count + skip, byteorder)


def utf_32_ex_decode(data, errors=None, byteorder=0, final=False, /):
    data = _need_bytes(data)
    skip = 0
    if byteorder == 0 and len(data) >= 4:
        if data[:4] == b"\xff\xfe\0\0":
            byteorder, skip = -1, 4
        elif data[:4] == b"\0\0\xfe\xff":
            byteorder, skip = 1, 4
    text, count = (utf_32_be_decode if byteorder > 0 else utf_32_le_decode)(data[skip:], errors, final)
    return (text, count + skip, byteorder)


def utf_16_decode(data, errors=None, final=False, /):
    return utf_16_ex_decode(data, errors, 0, final)[:2]


def utf_32_decode(data, errors=None, final=False, /):
    return utf_32_ex_decode(data, errors, 0, final)[:2]


def readbuffer_encode(data, errors=None, /):
    data = data.encode() if isinstance(data, str) else _need_bytes(data)
    return (data, len(data))


# --- escapes
def unicode_escape_encode(str, errors=None, /):
    _need_str(str, "unicode_escape_encode")
    out = []
    for c in str:
        n = ord(c)
        if c == "\\":
            out.append("\\\\")
        elif 32 <= n < 127:
            out.append(c)
        else:
            out.append({9: "\\t", 10: "\\n", 13: "\\r"}.get(n) or _escape(n))
    return ("".join(out).encode("ascii"), len(str))


_SIMPLE = {"\n": "", "\\": "\\", "'": "'", '"': '"', "b": "\b", "f": "\f", "t": "\t", "n": "\n", "r": "\r", "v": "\v", "a": "\a"}


def _hex(text, start, width):
    # Number of hexadecimal digits from `start` on, at most `width`.
    count = 0
    while count < width and start + count < len(text) and text[start + count] in "0123456789abcdefABCDEF":
        count += 1
    return count


def unicode_escape_decode(data, errors=None, final=True, /):
    if isinstance(data, str):
        data = data.encode()
    data = _need_bytes(data)
    text = data.decode("latin-1")
    out = []
    i = 0
    n = len(text)
    odd = None
    while i < n:
        at = text.find("\\", i)
        if at < 0:
            out.append(text[i:])
            break
        out.append(text[i:at])
        i = at + 1
        problem = None
        if i >= n:
            if not final:
                return ("".join(out), at)
            problem, end = "\\ at end of string", n
        else:
            c = text[i]
            i += 1
            simple = _SIMPLE.get(c)
            if simple is not None:
                out.append(simple)
                continue
            if c in "01234567":
                end = i
                while end < n and end < at + 4 and text[end] in "01234567":
                    end += 1
                value = int(text[at + 1:end], 8)
                if value > 0o377 and odd is None:
                    odd = f'"\\{text[at + 1:end]}" is an invalid octal escape sequence. Such sequences will not work in the future. '
                out.append(chr(value))
                i = end
                continue
            width = {"x": 2, "u": 4, "U": 8}.get(c)
            if width:
                count = _hex(text, i, width)
                end = i + count
                if count == width:
                    value = int(text[i:end], 16)
                    if value <= 0x10FFFF:
                        out.append(chr(value))
                        i = end
                        continue
                    problem = "illegal Unicode character"
                else:
                    if end >= n and not final:
                        return ("".join(out), at)
                    problem = {"x": "truncated \\xXX escape", "u": "truncated \\uXXXX escape", "U": "truncated \\UXXXXXXXX escape"}[c]
            elif c == "N":
                problem, end = "malformed \\N character escape", i
                if i < n and text[i] == "{":
                    close = text.find("}", i)
                    if close < 0:
                        if not final:
                            return ("".join(out), at)
                        end = n
                    elif close == i + 1:
                        end = close
                    else:
                        end = close + 1
                        import unicodedata
                        try:
                            out.append(unicodedata.lookup(text[i + 1:close]))
                            i = end
                            continue
                        except KeyError:
                            problem = "unknown Unicode character name"
                elif i >= n and not final:
                    return ("".join(out), at)
            else:
                if odd is None:
                    odd = f'"\\{c}" is an invalid escape sequence. Such sequences will not work in the future. '
                out.append("\\" + c)
                continue
        replacement, i, rest = _handled(errors, UnicodeDecodeError("unicodeescape", data, at, end, problem))
        if rest is not data:
            data, text, n = rest, rest.decode("latin-1"), len(rest)
        out.append(replacement)
    if odd is not None:
        import warnings
        warnings.warn(odd, DeprecationWarning)
    return ("".join(out), n)


def raw_unicode_escape_encode(str, errors=None, /):
    _need_str(str, "raw_unicode_escape_encode")
    return ("".join([c if c < "\u0100" else _escape(ord(c)) for c in str]).encode("latin-1"), len(str))


def raw_unicode_escape_decode(data, errors=None, final=True, /):
    if isinstance(data, str):
        data = data.encode()
    data = _need_bytes(data)
    text = data.decode("latin-1")
    out = []
    i = 0
    n = len(text)
    while i < n:
        at = text.find("\\", i)
        if at < 0:
            out.append(text[i:])
            break
        out.append(text[i:at])
        after = at
        while after < n and text[after] == "\\":
            after += 1
        if after == n and not final and (after - at) & 1:
            return ("".join(out) + text[at:n - 1], n - 1)
        if (after - at) & 1 and after < n and text[after] in "uU":
            out.append(text[at:after - 1])
            at = after - 1
            width = 4 if text[after] == "u" else 8
            count = _hex(text, after + 1, width)
            end = after + 1 + count
            if count == width:
                value = int(text[after + 1:end], 16)
                if value <= 0x10FFFF:
                    out.append(chr(value))
                    i = end
                    continue
                problem = "\\Uxxxxxxxx out of range"
            else:
                if end >= n and not final:
                    return ("".join(out), at)
                problem = "truncated \\uXXXX escape" if width == 4 else "truncated \\UXXXXXXXX escape"
            replacement, i, rest = _handled(errors, UnicodeDecodeError("rawunicodeescape", data, at, end, problem))
            if rest is not data:
                data, text, n = rest, rest.decode("latin-1"), len(rest)
            out.append(replacement)
        else:
            out.append(text[at:after])
            i = after
    return ("".join(out), n)


def escape_encode(data, errors=None, /):
    if not isinstance(data, bytes):
        raise TypeError(f"escape_encode() argument 1 must be bytes, not {type(data).__name__}")
    out = []
    for b in data:
        c = chr(b)
        if c in "\\'":
            out.append("\\" + c)
        elif 32 <= b < 127:
            out.append(c)
        else:
            out.append({9: "\\t", 10: "\\n", 13: "\\r"}.get(b) or f"\\x{b:02x}")
    return ("".join(out).encode("ascii"), len(data))


def escape_decode(data, errors=None, /):
    if isinstance(data, str):
        data = data.encode()
    data = _need_bytes(data)
    text = data.decode("latin-1")
    out = []
    i = 0
    n = len(text)
    odd = None
    while i < n:
        at = text.find("\\", i)
        if at < 0:
            out.append(text[i:])
            break
        out.append(text[i:at])
        i = at + 1
        if i >= n:
            raise ValueError("Trailing \\ in string")
        c = text[i]
        i += 1
        simple = _SIMPLE.get(c)
        if simple is not None:
            out.append(simple)
        elif c in "01234567":
            end = i
            while end < n and end < at + 4 and text[end] in "01234567":
                end += 1
            value = int(text[at + 1:end], 8)
            if value > 0o377 and odd is None:
                odd = f'b"\\{text[at + 1:end]}" is an invalid octal escape sequence. Such sequences will not work in the future. '
            out.append(chr(value & 255))
            i = end
        elif c == "x":
            count = _hex(text, i, 2)
            if count == 2:
                out.append(chr(int(text[i:i + 2], 16)))
                i += 2
            elif errors in (None, "strict"):
                raise ValueError(f"invalid \\x escape at position {at}")
            else:
                if errors == "replace":
                    out.append("?")
                elif errors != "ignore":
                    raise ValueError(f"decoding error; unknown error handling code: {errors}")
                i += count
        else:
            if odd is None:
                odd = f'b"\\{c}" is an invalid escape sequence. Such sequences will not work in the future. '
            out.append("\\" + c)
    if odd is not None:
        import warnings
        warnings.warn(odd, DeprecationWarning)
    return ("".join(out).encode("latin-1"), n)


# --- character maps
class EncodingMap(dict):
    __module__ = "builtins"


def charmap_build(map, /):
    return EncodingMap((ord(c), i) for i, c in enumerate(map) if c != "\ufffe")


_mappings = {}  # by the text that decodes: the dict that str.translate takes


def _mapping_of(text):
    found = _mappings.get(text)
    if found is None:
        if len(_mappings) >= 20:
            _mappings.clear()
        found = _mappings[text] = {i: c for i, c in enumerate(text) if ord(c) != i}
    return found


def charmap_decode(data, errors=None, mapping=None, /):
    data = _need_bytes(data)
    if mapping is None:
        return latin_1_decode(data, errors)
    out = []
    i = 0
    n = len(data)
    is_text = isinstance(mapping, str)
    if type(mapping) is str and len(mapping) == 256:
        # (A byte is a character of the mapping if it is read as Latin-1.)
        text = latin_1_decode(data)[0].translate(_mapping_of(mapping))
        if "\ufffe" not in text:
            return (text, n)
    while i < n:
        b = data[i]
        if is_text:
            c = mapping[b] if b < len(mapping) else "\ufffe"
        else:
            try:
                c = mapping[b]
            except LookupError:
                c = None
            if isinstance(c, int):
                if not 0 <= c <= 0x10FFFF:
                    raise TypeError("character mapping must be in range(0x110000)")
                c = chr(c)
            elif c is not None and not isinstance(c, str):
                raise TypeError("character mapping must return integer, None or str")
        if c is None or c == "\ufffe":
            c, i, data = _handled(errors, UnicodeDecodeError("charmap", data, i, i + 1, "character maps to <undefined>"))
            n = len(data)
        else:
            i += 1
        out.append(c)
    return ("".join(out), n)


def _map_char(c, mapping):
    # Bytes for a character; None if it has none.
    try:
        found = mapping[ord(c)]
    except LookupError:
        return None
    if found is None:
        return None
    if isinstance(found, int):
        if not 0 <= found < 256:
            raise TypeError("character mapping must be in range(256)")
        return bytes((found,))
    if isinstance(found, bytes):
        return found
    raise TypeError(f"character mapping must return integer, bytes or None, not {type(found).__name__}")


def charmap_encode(str, errors=None, mapping=None, /):
    _need_str(str, "charmap_encode")
    if mapping is None:
        return latin_1_encode(str, errors)
    out = []
    i = 0
    n = len(str)
    if type(mapping) is dict or type(mapping) is EncodingMap:
        try:
            return (bytes([mapping[ord(c)] for c in str]), n)
        except (LookupError, TypeError, ValueError):
            pass  # (something unusual: one character after the other)
    while i < n:
        found = _map_char(str[i], mapping)
        if found is not None:
            out.append(found)
            i += 1
            continue
        end = i + 1
        while end < n and _map_char(str[end], mapping) is None:
            end += 1
        error = UnicodeEncodeError("charmap", str, i, end, "character maps to <undefined>")
        replacement, resume = _resume(lookup_error(errors)(error), n, False)
        if isinstance(replacement, bytes):
            out.append(replacement)
        else:
            for c in replacement:
                found = _map_char(c, mapping)
                if found is None:
                    raise error
                out.append(found)
        i = resume
    return (b"".join(out), n)


# --- UTF-7 (RFC 2152)
_B64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_DIRECT = set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'(),-./:? \t\n\r!\"#$%&*;<=>@[]^_`{|}")


def utf_7_encode(str, errors=None, /):
    _need_str(str, "utf_7_encode")
    out = []
    pending = []

    def flush(following):
        data = "".join(pending).encode("utf-16-be", "surrogatepass")
        pending.clear()
        bits = int.from_bytes(data, "big")
        count = len(data) * 8
        pad = -count % 6
        bits <<= pad
        count += pad
        out.append("+" + "".join([_B64[bits >> shift & 63] for shift in range(count - 6, -1, -6)]))
        if following == "" or following in _B64 or following == "-":
            out.append("-")

    for c in str:
        if c in _DIRECT:
            if pending:
                flush(c)
            out.append(c)
        elif c == "+" and not pending:
            out.append("+-")
        else:
            pending.append(c)
    if pending:
        flush("")
    return ("".join(out).encode("ascii"), len(str))


def _ends_with_high(units):
    return len(units) > 1 and 0xD8 <= units[-2] < 0xDC


def utf_7_decode(data, errors=None, final=False, /):
    data = _need_bytes(data)
    n = len(data)
    out = []
    i = 0
    while i < n:
        b = data[i]
        if b != 0x2B:
            if b < 0x80:
                out.append(chr(b))
                i += 1
                continue
            replacement, i, data = _handled(errors, UnicodeDecodeError("utf7", data, i, i + 1, "unexpected special character"))
            n = len(data)
            out.append(replacement)
            continue
        start = i
        i += 1
        if i < n and data[i] == 0x2D:
            out.append("+")
            i += 1
            continue
        bits = count = 0
        units = bytearray()
        while i < n and chr(data[i]) in _B64 and data[i] < 128:
            bits = (bits << 6 | _B64.index(chr(data[i]))) & 0xFFFFFF
            count += 6
            i += 1
            if count >= 16:
                count -= 16
                unit = bits >> count & 0xFFFF
                units += bytes((unit >> 8, unit & 255))
        if i >= n and not final:
            return ("".join(out), start)
        problem = None
        if i == start + 1:
            if i < n:
                problem, end = "ill-formed sequence", i + 1
        elif i >= n and (count >= 6 or bits & ((1 << count) - 1) or _ends_with_high(units)):
            problem, end = "unterminated shift sequence", n
        elif count >= 6:
            problem, end = "partial character in shift sequence", min(i + 1, n)
        elif bits & ((1 << count) - 1):
            problem, end = "non-zero padding bits in shift sequence", min(i + 1, n)
        if _ends_with_high(units) and (problem is not None or i < n and (data[i] > 127 or data[i] == 0x2B)):
            del units[-2:]  # it waited for its other half
        out.append(bytes(units).decode("utf-16-be", "surrogatepass"))
        if problem is not None:
            replacement, i, data = _handled(errors, UnicodeDecodeError("utf7", data, start, end, problem))
            n = len(data)
            out.append(replacement)
        elif i < n and data[i] == 0x2D:
            i += 1
    return ("".join(out), n)


def _unbound():
    # As attributes of classes (encodings/*.py) these must not become methods, like the builtins that they are in CPython.
    names = _make_codec.__globals__
    for name, value in list(names.items()):
        if name.endswith(("_encode", "_decode")) and name[0] != "_":
            names[name] = staticmethod(value)


_unbound()
