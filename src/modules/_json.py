# The module _json: reading with hooks, and writing values that are not plain. Texts read without hooks and plain values are the core's affair
# (native/core/json_read.c, json_write.c); texts that it gives up are TypeScript's (json.ts).
from _operator import index as _index
from _krait import json_read, json_write

_SPACE = " \t\n\r"
_DIGITS = "0123456789"
_INFINITY = float("inf")


def _bad(message, document, pos):
    from json.decoder import JSONDecodeError
    return JSONDecodeError(message, document, pos)


# Where the dicts below a dict or list are, inner ones first.
def _note_dicts(container, places):
    for key, item in container.items() if type(container) is dict else enumerate(container):
        kind = type(item)
        if kind is dict:
            _note_dicts(item, places)
            places.append((container, key))
        elif kind is list:
            _note_dicts(item, places)


class Scanner:
    """JSON scanner object"""
    __module__ = "_json"
    __slots__ = ("strict", "object_hook", "object_pairs_hook", "parse_float", "parse_int", "parse_constant", "_plain", "_hooked")

    def __new__(cls, context):
        self = object.__new__(cls)
        self.strict = bool(context.strict)
        self.object_hook = context.object_hook
        self.object_pairs_hook = context.object_pairs_hook
        self.parse_float = context.parse_float
        self.parse_int = context.parse_int
        self.parse_constant = context.parse_constant
        # (The decoder's own parse_constant is a bound __getitem__ of a dict of the three.)
        constants = getattr(self.parse_constant, "__self__", None)
        plain = (self.object_pairs_hook is None and self.parse_float is float and self.parse_int is int
                 and type(constants) is dict and len(constants) == 3)
        self._plain = plain and self.object_hook is None
        self._hooked = plain and self.object_hook is not None
        return self

    def __call__(self, string, idx):
        if not isinstance(string, str):
            raise TypeError(f"first argument must be a string, not {type(string).__name__}")
        if idx < 0:
            raise ValueError("idx cannot be negative")
        if idx >= len(string):
            raise StopIteration(idx)
        if self._plain:
            found = json_read(string, idx, self.strict)
            return _scan(string, idx, self.strict) if found is None else found
        if self._hooked:
            found = json_read(string, idx, self.strict)
            if found is not None:
                value, end = found
                holder = [value]
                places = []
                _note_dicts(holder, places)
                # One dict too few: a key came twice (or a text holds a brace), and the hook is to see both its values.
                if len(places) == string.count("{", idx, end):
                    hook = self.object_hook
                    for container, key in places:
                        container[key] = hook(container[key])
                    return holder[0], end
        return self._value(string, idx, {})

    def _value(self, string, idx, memo):
        if idx >= len(string):
            raise StopIteration(idx)
        c = string[idx]
        if c == '"':
            return scanstring(string, idx + 1, self.strict)
        if c == "{":
            return self._object(string, idx + 1, memo)
        if c == "[":
            return self._array(string, idx + 1, memo)
        if c == "n" and string.startswith("null", idx):
            return None, idx + 4
        if c == "t" and string.startswith("true", idx):
            return True, idx + 4
        if c == "f" and string.startswith("false", idx):
            return False, idx + 5
        for name in ("NaN", "Infinity", "-Infinity"):
            if string.startswith(name, idx):
                return self.parse_constant(name), idx + len(name)
        return self._number(string, idx)

    def _number(self, string, start):
        end = len(string)
        at = start + 1 if string[start] == "-" else start
        if at >= end or string[at] not in _DIGITS:
            raise StopIteration(start)
        if string[at] == "0":
            at += 1
        else:
            while at < end and string[at] in _DIGITS:
                at += 1
        whole = at
        if at + 1 < end and string[at] == "." and string[at + 1] in _DIGITS:
            at += 2
            while at < end and string[at] in _DIGITS:
                at += 1
        if at + 1 < end and string[at] in "eE":
            after = at + 1
            if string[after] in "+-":
                after += 1
            if after < end and string[after] in _DIGITS:
                while after < end and string[after] in _DIGITS:
                    after += 1
                at = after
        text = string[start:at]
        return (self.parse_int(text) if at == whole else self.parse_float(text)), at

    def _skip(self, string, idx):
        end = len(string)
        while idx < end and string[idx] in _SPACE:
            idx += 1
        return idx

    def _array(self, string, idx, memo):
        items = []
        idx = self._skip(string, idx)
        if string[idx:idx + 1] == "]":
            return items, idx + 1
        while True:
            value, idx = self._value(string, idx, memo)
            items.append(value)
            idx = self._skip(string, idx)
            c = string[idx:idx + 1]
            if c == "]":
                return items, idx + 1
            if c != ",":
                raise _bad("Expecting ',' delimiter", string, idx)
            comma = idx
            idx = self._skip(string, idx + 1)
            if string[idx:idx + 1] == "]":
                raise _bad("Illegal trailing comma before end of array", string, comma)

    def _object(self, string, idx, memo):
        pairs = []
        idx = self._skip(string, idx)
        if string[idx:idx + 1] == "}":
            idx += 1
        else:
            while True:
                if string[idx:idx + 1] != '"':
                    raise _bad("Expecting property name enclosed in double quotes", string, idx)
                key, idx = scanstring(string, idx + 1, self.strict)
                key = memo.setdefault(key, key)
                idx = self._skip(string, idx)
                if string[idx:idx + 1] != ":":
                    raise _bad("Expecting ':' delimiter", string, idx)
                value, idx = self._value(string, self._skip(string, idx + 1), memo)
                pairs.append((key, value))
                idx = self._skip(string, idx)
                c = string[idx:idx + 1]
                if c == "}":
                    idx += 1
                    break
                if c != ",":
                    raise _bad("Expecting ',' delimiter", string, idx)
                comma = idx
                idx = self._skip(string, idx + 1)
                if string[idx:idx + 1] == "}":
                    raise _bad("Illegal trailing comma before end of object", string, comma)
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs), idx
        result = dict(pairs)
        return (result if self.object_hook is None else self.object_hook(result)), idx


class Encoder:
    """Encoder(markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan)"""
    __module__ = "_json"
    __slots__ = ("markers", "default", "encoder", "indent", "key_separator", "item_separator", "sort_keys", "skipkeys", "allow_nan",
                 "_ascii", "_how")

    def __new__(cls, markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan):
        if markers is not None and not isinstance(markers, dict):
            raise TypeError(f"make_encoder() argument 1 must be dict or None, not {type(markers).__name__}")
        self = object.__new__(cls)
        self._ascii = encoder is encode_basestring_ascii or encoder is encode_basestring
        self.markers, self.default, self.encoder, self.indent = markers, default, encoder, indent
        self.key_separator, self.item_separator = key_separator, item_separator
        self.sort_keys, self.skipkeys, self.allow_nan = bool(sort_keys), bool(skipkeys), bool(allow_nan)
        # how the core writes (ASCII only 1, sorted 2, NaN 4); -1: not at all
        self._how = (encoder is encode_basestring_ascii) + 2 * self.sort_keys + 4 * self.allow_nan if self._ascii else -1
        return self

    def __call__(self, obj, _current_indent_level):
        _current_indent_level = max(0, _index(_current_indent_level))
        if self._how >= 0:
            text = json_write(obj, self._how, self.indent, self.key_separator, self.item_separator, _current_indent_level)
            if text is not None:
                return (text,)
        out = []
        self._write(out.append, obj, _current_indent_level)
        return ("".join(out),)

    def _float(self, value):
        if value != value:
            text = "NaN"
        elif value == _INFINITY:
            text = "Infinity"
        elif value == -_INFINITY:
            text = "-Infinity"
        else:
            return float.__repr__(value)
        if not self.allow_nan:
            raise ValueError(f"Out of range float values are not JSON compliant: {float.__repr__(value)}")
        return text

    def _text(self, text):
        # Most strings need no escapes: that can be seen without TypeScript.
        if self._ascii and text.isascii() and text.isprintable() and '"' not in text and "\\" not in text:
            return f'"{text}"'
        return self.encoder(text)

    def _write(self, put, obj, level):
        if isinstance(obj, str):
            put(self._text(obj))
        elif obj is None:
            put("null")
        elif obj is True:
            put("true")
        elif obj is False:
            put("false")
        elif isinstance(obj, int):
            put(int.__repr__(obj))
        elif isinstance(obj, float):
            put(self._float(obj))
        elif isinstance(obj, (list, tuple)):
            self._write_list(put, obj, level)
        elif isinstance(obj, dict):
            self._write_dict(put, obj, level)
        else:
            marker = self._enter(obj)
            replacement = self.default(obj)
            try:
                self._write(put, replacement, level)
            except Exception as error:
                error.add_note(f"when serializing {type(obj).__name__} object")
                raise
            self._leave(marker)

    def _enter(self, obj):
        if self.markers is None:
            return None
        marker = id(obj)
        if marker in self.markers:
            raise ValueError("Circular reference detected")
        self.markers[marker] = obj
        return marker

    def _leave(self, marker):
        if marker is not None:
            del self.markers[marker]

    def _breaks(self, level):
        # (before the first item, between items, before the closing bracket)
        if self.indent is None:
            return "", self.item_separator, ""
        inner = "\n" + self.indent * (level + 1)
        return inner, self.item_separator + inner, "\n" + self.indent * level

    def _write_list(self, put, items, level):
        if not items:
            put("[]")
            return
        marker = self._enter(items)
        first, between, last = self._breaks(level)
        put("[" + first)
        for i, item in enumerate(items):
            if i:
                put(between)
            if self._how >= 0 and isinstance(item, (list, dict)):
                text = json_write(item, self._how, self.indent, self.key_separator, self.item_separator, level + 1)
                if text is not None:
                    put(text)
                    continue
            try:
                self._write(put, item, level + 1)
            except Exception as error:
                error.add_note(f"when serializing {type(items).__name__} item {i}")
                raise
        put(last + "]")
        self._leave(marker)

    def _key(self, key):
        if isinstance(key, str):
            return key
        if isinstance(key, float):
            return self._float(key)
        if key is True:
            return "true"
        if key is False:
            return "false"
        if key is None:
            return "null"
        if isinstance(key, int):
            return int.__repr__(key)
        if self.skipkeys:
            return None
        raise TypeError(f"keys must be str, int, float, bool or None, not {type(key).__name__}")

    def _write_dict(self, put, mapping, level):
        if not mapping:
            put("{}")
            return
        marker = self._enter(mapping)
        first, between, last = self._breaks(level)
        put("{")
        items = mapping.items()
        started = False
        for key, value in sorted(items) if self.sort_keys else items:
            text = self._key(key)
            if text is None:
                continue
            put(between if started else first)
            started = True
            put(self._text(text))
            put(self.key_separator)
            try:
                self._write(put, value, level + 1)
            except Exception as error:
                error.add_note(f"when serializing {type(mapping).__name__} item {key!r}")
                raise
        put(last + "}" if started else "}")
        self._leave(marker)


from _krait import seal_types as _seal_types
_seal_types(Scanner, Encoder)
make_scanner = Scanner
make_encoder = Encoder
