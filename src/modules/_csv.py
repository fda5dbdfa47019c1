# The module _csv: readers and writers of comma-separated values. A reader is a state machine over characters, as in CPython; records that end with
# their line, and such as have plain fields, are the core's affair (native/core/lines.c).
from _krait import csv_fields, csv_record

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)
Error = type("Error", (Exception,), {"__module__": "_csv"})
_dialects = {}
_limit = _quick_limit = 131072
_UNSET = object()


def _char(name, value, optional):
    if value is None and optional:
        return None
    if not isinstance(value, str):
        raise TypeError(f'"{name}" must be a unicode character{" or None" if optional else ""}, not {type(value).__name__}')
    if len(value) != 1:
        raise TypeError(f'"{name}" must be a unicode character{" or None" if optional else ""}, not a string of length {len(value)}')
    return value


def _check_char(name, c, dialect, allow_space):
    if c is None:
        return
    if c in "\r\n" or (c == " " and not allow_space):
        raise ValueError(f"bad {name} value")
    if c in dialect._lineterminator:
        raise ValueError(f"bad {name} or lineterminator value")


class Dialect:
    """CSV dialect"""
    __module__ = "_csv"
    __slots__ = ("_delimiter", "_doublequote", "_escapechar", "_lineterminator", "_quotechar", "_quoting", "_skipinitialspace", "_strict", "_format")

    def __new__(cls, dialect=None, delimiter=_UNSET, doublequote=_UNSET, escapechar=_UNSET, lineterminator=_UNSET, quotechar=_UNSET,
                quoting=_UNSET, skipinitialspace=_UNSET, strict=_UNSET):
        given = (delimiter, doublequote, escapechar, lineterminator, quotechar, quoting, skipinitialspace, strict)
        if dialect is not None:
            if isinstance(dialect, str):
                dialect = get_dialect(dialect)
            if type(dialect) is Dialect and all([value is _UNSET for value in given]):
                return dialect

        def pick(value, name, preset):
            return value if value is not _UNSET else preset if dialect is None else getattr(dialect, name, preset)

        self = object.__new__(cls)
        self._delimiter = _char("delimiter", pick(delimiter, "delimiter", ","), False)
        self._doublequote = bool(pick(doublequote, "doublequote", True))
        self._escapechar = _char("escapechar", pick(escapechar, "escapechar", None), True)
        end = pick(lineterminator, "lineterminator", "\r\n")
        if not isinstance(end, str):
            raise TypeError(f'"lineterminator" must be a string, not {type(end).__name__}')
        self._lineterminator = end
        quote = pick(quotechar, "quotechar", '"')
        self._quotechar = _char("quotechar", quote, True)
        mode = pick(quoting, "quoting", QUOTE_MINIMAL)
        if type(mode) is not int and not isinstance(mode, int):
            raise TypeError(f'"quoting" must be an integer, not {type(mode).__name__}')
        if not 0 <= mode <= 5:
            raise TypeError('bad "quoting" value')
        if quote is None and quoting is _UNSET:
            mode = QUOTE_NONE
        self._quoting = int(mode)
        self._skipinitialspace = bool(pick(skipinitialspace, "skipinitialspace", False))
        self._strict = bool(pick(strict, "strict", False))
        if self._quoting != QUOTE_NONE and self._quotechar is None:
            raise TypeError("quotechar must be set if quoting enabled")
        _check_char("delimiter", self._delimiter, self, True)
        _check_char("escapechar", self._escapechar, self, not self._skipinitialspace)
        _check_char("quotechar", self._quotechar, self, not self._skipinitialspace)
        for (a, x), (b, y) in ((("delimiter", self._delimiter), ("escapechar", self._escapechar)),
                               (("delimiter", self._delimiter), ("quotechar", self._quotechar)),
                               (("escapechar", self._escapechar), ("quotechar", self._quotechar))):
            if x is not None and x == y:
                raise ValueError(f"bad {a} or {b} value")
        mode = self._quoting
        flags = (self._doublequote + 2 * self._skipinitialspace + 4 * (mode != QUOTE_NONE) + 8 * (mode == QUOTE_ALL) + 16 * (mode == QUOTE_NONNUMERIC)
                 + 32 * (mode in (QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC) and not (self._delimiter == " " and self._skipinitialspace))
                 + 64 * (mode in (QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONE)))
        self._format = (self._delimiter, self._quotechar, self._escapechar, self._lineterminator, flags)  # what lines.c reads
        return self

    delimiter = property(lambda self: self._delimiter)
    doublequote = property(lambda self: self._doublequote)
    escapechar = property(lambda self: self._escapechar)
    lineterminator = property(lambda self: self._lineterminator)
    quotechar = property(lambda self: self._quotechar)
    quoting = property(lambda self: self._quoting)
    skipinitialspace = property(lambda self: self._skipinitialspace)
    strict = property(lambda self: self._strict)

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle 'Dialect' instances")


_OPTIONS = ("dialect", "delimiter", "doublequote", "escapechar", "lineterminator", "quotechar", "quoting", "skipinitialspace", "strict")


def _make_dialect(dialect, options):
    for name in options:
        if name not in _OPTIONS:
            raise TypeError(f"this function got an unexpected keyword argument '{name}'")
    return Dialect(dialect, **options)


def register_dialect(name, dialect=None, /, **fmtparams):
    """Create a mapping from a string name to a CVS dialect."""
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = _make_dialect(dialect, fmtparams)


def unregister_dialect(name):
    """Delete the name/dialect mapping associated with a string name."""
    if name not in _dialects:
        raise Error("unknown dialect")
    del _dialects[name]


def get_dialect(name):
    """Return the dialect instance associated with name."""
    try:
        return _dialects[name]
    except KeyError:
        raise Error("unknown dialect") from None


def list_dialects():
    """Return a list of all known dialect names."""
    return list(_dialects)


def field_size_limit(new_limit=None):
    """Sets an upper limit on parsed fields."""
    global _limit, _quick_limit
    old = _limit
    if new_limit is not None:
        if not isinstance(new_limit, int):
            raise TypeError("limit must be an integer")
        _limit = new_limit
        _quick_limit = min(new_limit, 1 << 40)
    return old


_START_RECORD, _START_FIELD, _ESCAPED, _IN_FIELD, _IN_QUOTED, _ESCAPED_QUOTED, _QUOTE_IN_QUOTED, _EAT, _AFTER_ESCAPED_EOL = range(9)


class Reader:
    __module__ = "_csv"
    __slots__ = ("_input", "_dialect", "_line", "_fields", "_field", "_state", "_unquoted", "_length", "__weakref__")

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create '_csv.reader' instances")

    @property
    def dialect(self):
        return self._dialect

    @property
    def line_num(self):
        return self._line

    def __iter__(self):
        return self

    def _add(self, text):
        self._field.append(text)
        self._length += len(text)
        if self._length > _limit:
            raise Error(f"field larger than field limit ({_limit})")

    def _save(self):
        text = "".join(self._field)
        quoting = self._dialect._quoting
        value = text
        if self._unquoted:
            if text and quoting in (QUOTE_NONNUMERIC, QUOTE_STRINGS):
                value = float(text)
            elif quoting in (QUOTE_NOTNULL, QUOTE_STRINGS) and not text:
                value = None
        self._fields.append(value)
        self._field = []
        self._length = 0
        self._unquoted = True

    def __next__(self):
        line = next(self._input)
        if type(line) is str:
            fields = csv_fields(line, self._dialect._format, _quick_limit)
            if fields is not None:
                self._line += 1
                return fields
        return self._record(line)

    def _record(self, line):
        self._fields = []
        self._field = []
        self._length = 0
        self._state = _START_RECORD
        self._unquoted = True
        while True:
            if not isinstance(line, str):
                raise Error(f"iterator should return strings, not {type(line).__name__} (the file should be opened in text mode)")
            self._line += 1
            self._read(line)
            if self._state == _START_RECORD:
                break
            try:
                line = next(self._input)
            except StopIteration:
                if self._field or self._state == _IN_QUOTED:
                    if self._dialect._strict:
                        raise Error("unexpected end of data") from None
                    self._save()
                    break
                raise
        fields = self._fields
        self._fields = None
        return fields

    def _read(self, line):
        dialect = self._dialect
        delimiter, quote, escape = dialect._delimiter, dialect._quotechar, dialect._escapechar
        quoting = dialect._quoting
        i, n = 0, len(line)
        while i <= n:
            c = line[i] if i < n else ""
            i += 1
            state = self._state
            if state == _START_RECORD:
                if c == "":
                    break
                if c in "\r\n":
                    self._state = _EAT
                    continue
                self._state = state = _START_FIELD
            if state == _START_FIELD:
                if c == "" or c in "\r\n":
                    self._save()
                    self._state = _START_RECORD if c == "" else _EAT
                elif c == quote and quoting != QUOTE_NONE:
                    self._unquoted = False
                    self._state = _IN_QUOTED
                elif c == escape:
                    self._state = _ESCAPED
                elif c == " " and dialect._skipinitialspace:
                    pass
                elif c == delimiter:
                    self._save()
                else:
                    self._add(c)
                    self._state = _IN_FIELD
            elif state == _IN_FIELD:
                if c == "" or c in "\r\n":
                    self._save()
                    self._state = _START_RECORD if c == "" else _EAT
                elif c == escape:
                    self._state = _ESCAPED
                elif c == delimiter:
                    self._save()
                    self._state = _START_FIELD
                else:
                    self._add(c)
            elif state == _ESCAPED:
                if c and c in "\r\n":
                    self._add(c)
                    self._state = _AFTER_ESCAPED_EOL
                else:
                    self._add(c or "\n")
                    self._state = _IN_FIELD
            elif state == _AFTER_ESCAPED_EOL:
                if c == "":
                    break
                if c in "\r\n":
                    self._save()
                    self._state = _EAT
                elif c == escape:
                    self._state = _ESCAPED
                elif c == delimiter:
                    self._save()
                    self._state = _START_FIELD
                else:
                    self._add(c)
                    self._state = _IN_FIELD
            elif state == _IN_QUOTED:
                if c == "":
                    break
                if c == escape:
                    self._state = _ESCAPED_QUOTED
                elif c == quote:
                    self._state = _QUOTE_IN_QUOTED if dialect._doublequote else _IN_FIELD
                elif escape is None:
                    # Everything up to the next quote at once
                    end = line.find(quote, i)
                    if end < 0:
                        end = n
                    self._add(line[i - 1:end])
                    i = end
                else:
                    self._add(c)
            elif state == _ESCAPED_QUOTED:
                self._add(c or "\n")
                self._state = _IN_QUOTED
                if c == "":
                    break
            elif state == _QUOTE_IN_QUOTED:
                if quoting != QUOTE_NONE and c == quote and c:
                    self._add(c)
                    self._state = _IN_QUOTED
                elif c == delimiter:
                    self._save()
                    self._state = _START_FIELD
                elif c == "" or c in "\r\n":
                    self._save()
                    self._state = _START_RECORD if c == "" else _EAT
                elif not dialect._strict:
                    self._add(c)
                    self._state = _IN_FIELD
                else:
                    raise Error(f"'{delimiter}' expected after '{quote}'")
            elif state == _EAT:
                if c == "":
                    self._state = _START_RECORD
                elif c not in "\r\n":
                    raise Error("new-line character seen in unquoted field - do you need to open the file with newline=''?")


class Writer:
    __module__ = "_csv"
    __slots__ = ("_write", "_dialect", "__weakref__")

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create '_csv.writer' instances")

    @property
    def dialect(self):
        return self._dialect

    def _field(self, value):
        # (text, is it quoted)
        dialect = self._dialect
        quoting = dialect._quoting
        if quoting == QUOTE_ALL:
            quoted = True
        elif quoting == QUOTE_NONNUMERIC:
            quoted = not (isinstance(value, (int, float, complex)) or hasattr(type(value), "__float__") or hasattr(type(value), "__index__"))
        elif quoting == QUOTE_STRINGS:
            quoted = isinstance(value, str)
        elif quoting == QUOTE_NOTNULL:
            quoted = value is not None
        else:
            quoted = False
        return ("" if value is None else value if isinstance(value, str) else str(value)), quoted

    def _join(self, text, quoted):
        dialect = self._dialect
        delimiter, quote, escape, end = dialect._delimiter, dialect._quotechar, dialect._escapechar, dialect._lineterminator
        if not (delimiter in text or "\r" in text or "\n" in text or (quote is not None and quote in text)
                or (escape is not None and escape in text) or (end != "\r\n" and any([c in text for c in end]))):
            return text, quoted
        out = []
        for c in text:
            if c == delimiter or c == escape or c == quote or c in "\r\n" or c in end:
                if dialect._quoting == QUOTE_NONE:
                    wants = True
                else:
                    wants = False
                    if c == quote:
                        if dialect._doublequote:
                            out.append(quote)
                        else:
                            wants = True
                    elif c == escape:
                        wants = True
                    if not wants:
                        quoted = True
                if wants:
                    if escape is None:
                        raise Error("need to escape, but no escapechar set")
                    out.append(escape)
            out.append(c)
        return "".join(out), quoted

    def writerow(self, row, /):
        """Construct and write a CSV record from an iterable of fields."""
        dialect = self._dialect
        text = csv_record(row, dialect._format)
        if text is not None:
            return self._write(text)
        try:
            fields = list(row)
        except TypeError:
            if hasattr(type(row), "__iter__"):
                raise
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        parts = []
        quote, quoting = dialect._quotechar, dialect._quoting
        first_is_null = False
        for i, value in enumerate(fields):
            text, quoted = self._field(value)
            if not text and dialect._delimiter == " " and dialect._skipinitialspace:
                if quoting == QUOTE_NONE or (value is None and quoting in (QUOTE_STRINGS, QUOTE_NOTNULL)):
                    raise Error("empty field must be quoted if delimiter is a space and skipinitialspace is true")
                quoted = True
            text, quoted = self._join(text, quoted)
            if i == 0:
                first_is_null = value is None
            parts.append(f"{quote}{text}{quote}" if quoted else text)
        if len(fields) == 1 and parts[0] == "":
            if quoting == QUOTE_NONE or (first_is_null and quoting in (QUOTE_STRINGS, QUOTE_NOTNULL)):
                raise Error("single empty field record must be quoted")
            parts[0] = quote + quote
        return self._write(dialect._delimiter.join(parts) + dialect._lineterminator)

    def writerows(self, rows, /):
        """Construct and write a series of iterables to a csv file."""
        for row in rows:
            self.writerow(row)


from _krait import seal_types as _seal_types
Reader.__name__ = Reader.__qualname__ = "reader"
Writer.__name__ = Writer.__qualname__ = "writer"


def reader(iterable, /, dialect=None, **fmtparams):
    """Return a reader object that will process lines from the given iterable."""
    self = object.__new__(Reader)
    self._input = iter(iterable)
    self._dialect = _make_dialect(dialect, fmtparams)
    self._line = 0
    self._fields = None
    self._field = []
    self._length = 0
    self._state = _START_RECORD
    self._unquoted = True
    return self


def writer(fileobj, /, dialect=None, **fmtparams):
    """Return a writer object that will write user data on the given file object."""
    write = getattr(fileobj, "write", None)
    if not callable(write):
        raise TypeError('argument 1 must have a "write" method')
    self = object.__new__(Writer)
    self._write = write
    self._dialect = _make_dialect(dialect, fmtparams)
    return self


_seal_types(Reader, Writer, Dialect)
