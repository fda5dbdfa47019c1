# The module _string: how str.format takes its template apart, for string.Formatter.
class formatteriterator:
    __module__ = "builtins"
    __slots__ = ("_text", "_at")

    def __iter__(self):
        return self

    def __next__(self):
        text, at = self._text, self._at
        end = len(text)
        if at >= end:
            raise StopIteration
        start = at
        c = ""
        while at < end:
            c = text[at]
            at += 1
            if c in "{}":
                break
        markup = c in "{}"
        if c == "}" and (at >= end or text[at] != "}"):
            raise ValueError("Single '}' encountered in format string")
        if c == "{" and at >= end:
            raise ValueError("Single '{' encountered in format string")
        stop = at
        if markup:
            if text[at] == c:
                at += 1
                markup = False
            else:
                stop -= 1
        literal = text[start:stop]
        self._at = at
        if not markup:
            return (literal, None, None, None)
        return self._field(literal, text, at, end)

    def _field(self, literal, text, at, end):
        start = at
        c = ""
        while at < end:
            c = text[at]
            at += 1
            if c == "{":
                raise ValueError("unexpected '{' in field name")
            if c == "[":
                while at < end and text[at] != "]":
                    at += 1
            elif c in "}:!":
                break
        name = text[start:at - 1]
        conversion = None
        if c == "!" or c == ":":
            if c == "!":
                if at >= end:
                    raise ValueError("end of string while looking for conversion specifier")
                conversion = text[at]
                at += 1
                if at < end:
                    c = text[at]
                    at += 1
                    if c == "}":
                        self._at = at
                        return (literal, name, "", conversion)
                    if c != ":":
                        raise ValueError("expected ':' after conversion specifier")
            start = at
            depth = 1
            while at < end:
                c = text[at]
                at += 1
                if c == "{":
                    depth += 1
                elif c == "}":
                    depth -= 1
                    if not depth:
                        self._at = at
                        return (literal, name, text[start:at - 1], conversion)
            raise ValueError("unmatched '{' in format spec")
        if c != "}":
            raise ValueError("expected '}' before end of string")
        self._at = at
        return (literal, name, "", None)


def formatter_parser(string, /):
    """parse the argument as a format string"""
    if not isinstance(string, str):
        raise TypeError(f"expected str, got {type(string).__name__}")
    self = object.__new__(formatteriterator)
    self._text = string
    self._at = 0
    return self


def _number(text):
    if text.isdecimal():
        if int(text) > 0x7FFFFFFFFFFFFFFF:
            raise ValueError("Too many decimal digits in format string")
        return int(text)
    return text


class fieldnameiterator:
    __module__ = "builtins"
    __slots__ = ("_text", "_at")

    def __iter__(self):
        return self

    def __next__(self):
        text, at = self._text, self._at
        end = len(text)
        if at >= end:
            raise StopIteration
        c = text[at]
        at += 1
        if c == ".":
            start = at
            while at < end and text[at] not in ".[":
                at += 1
            key, attribute = text[start:at], True
        elif c == "[":
            close = text.find("]", at)
            if close < 0:
                raise ValueError("Missing ']' in format string")
            key, attribute = text[at:close], False
            at = close + 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        if not key:
            raise ValueError("Empty attribute in format string")
        self._at = at
        return (attribute, key if attribute else _number(key))


def formatter_field_name_split(string, /):
    """split the argument as a field name"""
    if not isinstance(string, str):
        raise TypeError(f"expected str, got {type(string).__name__}")
    at = 0
    while at < len(string) and string[at] not in ".[":
        at += 1
    rest = object.__new__(fieldnameiterator)
    rest._text = string
    rest._at = at
    return (_number(string[:at]), rest)
