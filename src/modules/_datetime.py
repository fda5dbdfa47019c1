# The module _datetime: the classes of the library's _pydatetime (its code run here, so that _pydatetime itself stays as it is), sealed as those are that
# CPython has from C, with its words for mixing naive and aware. What programs do most is written anew without the objects on the way: arithmetic and comparisons in one zone, the clock, ISO texts. Everything
# else, subclasses above all, is _pydatetime's.
from _frozen_importlib import _find_spec
from _krait import date_of_ordinal as _date_of_ordinal, fields_fit as _fields_fit, format_moment as _format_moment, iso_fields as _iso_fields, seal_types
from time import _clock_fields, _local_moment, _local_offset

exec(_find_spec("_pydatetime", None).loader.get_code("_pydatetime"), (lambda: 0).__globals__)  # (no frame is visible when the heap image is built)
__name__ = "_datetime"

_new = object.__new__
_utc = timezone.utc
_MOST_DAYS = 999999999      # of a timedelta
_LAST_ORDINAL = 3652059     # of 9999-12-31
_EPOCH_ORDINAL = 719163
_LAST_SECOND = 253402214400  # since the epoch: a day before the end of the year 9999


def _put(cls, name):
    def put(function):
        inner = getattr(function, "__func__", function)
        inner.__module__, inner.__name__, inner.__qualname__ = "datetime", name, f"{cls.__name__}.{name}"
        setattr(cls, name, function)
        return function
    return put


def _in_other_words(method, text, other_text):
    def call(*arguments, **names):
        try:
            return method(*arguments, **names)
        except TypeError as error:
            if str(error) != text:
                raise
        raise TypeError(other_text)
    call.__name__, call.__qualname__ = method.__name__, method.__qualname__
    return call


def _check_tzinfo_arg(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(tz).__name__}'")


# --- timedelta: seconds and microseconds may be one unit outside their ranges ------------------------------------------------------------
def _delta(days, seconds, microseconds):
    if microseconds < 0:
        microseconds += 1000000
        seconds -= 1
    elif microseconds >= 1000000:
        microseconds -= 1000000
        seconds += 1
    if seconds < 0:
        seconds += 86400
        days -= 1
    elif seconds >= 86400:
        seconds -= 86400
        days += 1
    if not -_MOST_DAYS <= days <= _MOST_DAYS:
        raise OverflowError(f"days={days}; must have magnitude <= {_MOST_DAYS}")
    self = _new(timedelta)
    self._days = days
    self._seconds = seconds
    self._microseconds = microseconds
    self._hashcode = -1
    return self


@_put(timedelta, "__add__")
def _delta_add(self, other):
    if isinstance(other, timedelta):
        return _delta(self._days + other._days, self._seconds + other._seconds, self._microseconds + other._microseconds)
    return NotImplemented


timedelta.__radd__ = _delta_add


@_put(timedelta, "__sub__")
def _delta_sub(self, other):
    if isinstance(other, timedelta):
        return _delta(self._days - other._days, self._seconds - other._seconds, self._microseconds - other._microseconds)
    return NotImplemented


@_put(timedelta, "__neg__")
def _delta_neg(self):
    return _delta(-self._days, -self._seconds, -self._microseconds)


_multiply = timedelta.__mul__


@_put(timedelta, "__mul__")
def _delta_mul(self, other):
    if type(other) is not int:
        return _multiply(self, other)
    microseconds = self._microseconds * other
    seconds = self._seconds * other + microseconds // 1000000
    return _delta(self._days * other + seconds // 86400, seconds % 86400, microseconds % 1000000)


timedelta.__rmul__ = _delta_mul


# --- date --------------------------------------------------------------------------------------------------------------------------
def _date(year, month, day, cls=date):
    self = _new(cls)
    self._year = year
    self._month = month
    self._day = day
    self._hashcode = -1
    return self


# The date `days` after another, as its fields.
_library_ord2ymd = _ord2ymd


def _ord2ymd(n):
    return _date_of_ordinal(n) or _library_ord2ymd(n)


_library_date = date.__new__


@_put(date, "__new__")
@staticmethod
def _date_new(cls, year, month=None, day=None):
    if not _fields_fit(year, month, day, 0, 0, 0, 0):
        return _library_date(cls, year, month, day)
    return _date(year, month, day, cls)


@_put(date, "strftime")
def _date_strftime(self, format):
    """Format using strftime().

Example: "%d/%m/%Y, %H:%M:%S".
"""
    text = None
    if self._year >= 1000:
        if type(self) is datetime:
            text = _format_moment(format, self._year, self._month, self._day, self._hour, self._minute, self._second, -1, 0)
        elif type(self) is date:
            text = _format_moment(format, self._year, self._month, self._day, 0, 0, 0, -1, 0)
    return _wrap_strftime(self, format, self.timetuple()) if text is None else text


def _moved(year, month, day, days):
    day += days
    if 0 < day <= 28:
        return year, month, day
    ordinal = _ymd2ord(year, month, 1) + day - 1
    if not 0 < ordinal <= _LAST_ORDINAL:
        raise OverflowError("date value out of range")
    return _ord2ymd(ordinal)


@_put(date, "__add__")
def _date_add(self, other):
    if isinstance(other, timedelta):
        year, month, day = _moved(self._year, self._month, self._day, other._days)
        return _date(year, month, day) if type(self) is date else type(self)(year, month, day)
    return NotImplemented


date.__radd__ = _date_add


@_put(date, "__sub__")
def _date_sub(self, other):
    if isinstance(other, timedelta):
        year, month, day = _moved(self._year, self._month, self._day, -other._days)
        return _date(year, month, day) if type(self) is date else type(self)(year, month, day)
    if isinstance(other, date) and not isinstance(other, datetime):
        return _delta(_ymd2ord(self._year, self._month, self._day) - _ymd2ord(other._year, other._month, other._day), 0, 0)
    return NotImplemented


@_put(date, "__eq__")
def _date_eq(self, other):
    if isinstance(other, date) and not isinstance(other, datetime):
        return self._day == other._day and self._month == other._month and self._year == other._year
    return NotImplemented


_library_parse_date = _parse_isoformat_date


# (_pydatetime takes for digits whatever int() does.)
def _parse_isoformat_date(text):
    is_dashed = len(text) == 10 and text[4] == "-" == text[7]
    parts = (text[:4], text[5:7], text[8:]) if is_dashed else (text[:4], text[4:].replace("-", "").replace("W", "", 1))
    if len(text) not in (7, 8, 10) or not text.isascii() or not all(map(str.isdigit, parts)):
        raise ValueError(f"Invalid isoformat string: {text!r}")
    return _library_parse_date(text)


_date_fromisoformat = date.__dict__["fromisoformat"].__func__


@_put(date, "fromisoformat")
@classmethod
def _date_fromisoformat_quick(cls, date_string):
    """Construct a date from a string in ISO 8601 format."""
    if not isinstance(date_string, str):
        return _date_fromisoformat(cls, date_string)
    fields = _iso_fields(date_string) if len(date_string) == 10 else None
    if fields is None:
        try:
            fields = _parse_isoformat_date(date_string)
        except ValueError:
            raise ValueError(f"Invalid isoformat string: {date_string!r}") from None
    year, month, day, *_ = fields
    return _date(year, month, day) if cls is date and len(fields) > 3 else cls(year, month, day)


_today = date.__dict__["today"].__func__


@_put(date, "today")
@classmethod
def _date_today(cls):
    if cls is not date:
        return _today(cls)
    fields = _clock_fields(True)
    return _date(fields[0], fields[1], fields[2])


# --- datetime ------------------------------------------------------------------------------------------------------------------------
def _datetime(year, month, day, hour, minute, second, microsecond, tz, fold, cls=datetime):
    self = _new(cls)
    self._year = year
    self._month = month
    self._day = day
    self._hour = hour
    self._minute = minute
    self._second = second
    self._microsecond = microsecond
    self._tzinfo = tz
    self._hashcode = -1
    self._fold = fold
    return self


_library_datetime = datetime.__new__


@_put(datetime, "__new__")
@staticmethod
def _datetime_new(cls, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
    if not _fields_fit(year, month, day, hour, minute, second, microsecond) or type(fold) is not int or not 0 <= fold <= 1:
        return _library_datetime(cls, year, month, day, hour, minute, second, microsecond, tzinfo, fold=fold)
    if tzinfo is not None:
        _check_tzinfo_arg(tzinfo)
    return _datetime(year, month, day, hour, minute, second, microsecond, tzinfo, fold, cls)


@_put(datetime, "date")
def _datetime_date(self):
    """Return date object with same year, month and day."""
    return _date(self._year, self._month, self._day)


_isoformat = datetime.isoformat


@_put(datetime, "isoformat")
def _datetime_isoformat(self, sep="T", timespec="auto"):
    if type(self) is datetime and self._tzinfo is None and timespec == "auto" and self._year >= 1000 and (sep == "T" or sep == " "):
        text = _format_moment("%FT%T" if sep == "T" else "%F %T", self._year, self._month, self._day, self._hour, self._minute, self._second, -1, 0)
        return f"{text}.{self._microsecond:06d}" if self._microsecond else text
    return _isoformat(self, sep, timespec)


_datetime_isoformat.__doc__ = _isoformat.__doc__


@_put(datetime, "__add__")
def _datetime_add(self, other):
    if not isinstance(other, timedelta):
        return NotImplemented
    microsecond = self._microsecond + other._microseconds
    second = self._hour * 3600 + self._minute * 60 + self._second + other._seconds
    days = other._days
    if microsecond >= 1000000:
        microsecond -= 1000000
        second += 1
    if second >= 86400:
        second -= 86400
        days += 1
    year, month, day = self._year, self._month, self._day
    if days:
        year, month, day = _moved(year, month, day, days)
    hour = second // 3600
    minute = second // 60 % 60
    second %= 60
    cls = type(self)
    if cls is datetime:
        return _datetime(year, month, day, hour, minute, second, microsecond, self._tzinfo, 0)
    return cls.combine(date(year, month, day), time(hour, minute, second, microsecond, tzinfo=self._tzinfo))


datetime.__radd__ = _datetime_add


@_put(datetime, "__sub__")
def _datetime_sub(self, other):
    if not isinstance(other, datetime):
        return self + -other if isinstance(other, timedelta) else NotImplemented
    mine = others = None
    if self._tzinfo is not other._tzinfo:
        mine, others = self.utcoffset(), other.utcoffset()
        if mine == others:
            mine = others = None
        elif mine is None or others is None:
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
    days = self._day - other._day
    if self._month != other._month or self._year != other._year:
        days = _ymd2ord(self._year, self._month, self._day) - _ymd2ord(other._year, other._month, other._day)
    seconds = (self._hour - other._hour) * 3600 + (self._minute - other._minute) * 60 + self._second - other._second
    base = _delta(days, seconds, self._microsecond - other._microsecond)
    return base if mine is None else base + others - mine


_compare = _in_other_words(datetime._cmp, "cannot compare naive and aware datetimes", "can't compare offset-naive and offset-aware datetimes")


@_put(datetime, "_cmp")
def _datetime_cmp(self, other, allow_mixed=False):
    if self._tzinfo is not other._tzinfo:
        return _compare(self, other, allow_mixed)
    if self._year != other._year:
        return -1 if self._year < other._year else 1
    if self._month != other._month:
        return -1 if self._month < other._month else 1
    if self._day != other._day:
        return -1 if self._day < other._day else 1
    if self._hour != other._hour:
        return -1 if self._hour < other._hour else 1
    if self._minute != other._minute:
        return -1 if self._minute < other._minute else 1
    if self._second != other._second:
        return -1 if self._second < other._second else 1
    return self._microsecond - other._microsecond


@_put(datetime, "__eq__")
def _datetime_eq(self, other):
    if not isinstance(other, datetime):
        return NotImplemented
    if self._tzinfo is not other._tzinfo:
        return self._cmp(other, allow_mixed=True) == 0
    return (self._microsecond == other._microsecond and self._second == other._second and self._minute == other._minute and
            self._hour == other._hour and self._day == other._day and self._month == other._month and self._year == other._year)


_now = datetime.__dict__["now"].__func__


@_put(datetime, "now")
@classmethod
def _datetime_now(cls, tz=None):
    """Construct a datetime from time.time() and optional time zone info."""
    if cls is not datetime or not (tz is None or tz is _utc):
        return _now(cls, tz)
    year, month, day, hour, minute, second, microsecond, fold = _clock_fields(tz is None)
    return _datetime(year, month, day, hour, minute, second, microsecond, tz, fold)


_library_mktime = datetime._mktime


@_put(datetime, "_mktime")
def _datetime_mktime(self):
    """Return integer POSIX timestamp."""
    if not 2 <= self._year <= 9998:
        return _library_mktime(self)
    at = (_ymd2ord(self._year, self._month, self._day) - _EPOCH_ORDINAL) * 86400 + self._hour * 3600 + self._minute * 60 + self._second
    return _local_moment(at, self._fold)


_fromtimestamp = datetime.__dict__["fromtimestamp"].__func__


@_put(datetime, "fromtimestamp")
@classmethod
def _datetime_fromtimestamp(cls, timestamp, tz=None):
    """Construct a datetime from a POSIX timestamp (like time.time()).

A timezone info object may be passed in as well."""
    kind = type(timestamp)
    if kind is float and timestamp != timestamp:
        raise ValueError("Invalid value NaN (not a number)")
    if kind is not int and kind is not float and not hasattr(kind, "__index__") and not hasattr(kind, "__float__"):
        raise TypeError(f"argument must be int or float, not {kind.__name__}")
    if cls is not datetime or not (kind is int or kind is float) or not 86400 <= timestamp < _LAST_SECOND:
        return _fromtimestamp(cls, timestamp, tz)
    fold = microsecond = 0
    if tz is not None and (type(tz) is not timezone or tz._offset._microseconds):
        return _fromtimestamp(cls, timestamp, tz)
    seconds = timestamp
    if kind is float:
        seconds = int(timestamp)
        microsecond = round((timestamp - seconds) * 1e6)
        if microsecond >= 1000000:
            microsecond -= 1000000
            seconds += 1
    if tz is None:
        offset, fold = _local_offset(seconds)
        seconds += offset
    else:
        seconds += tz._offset._days * 86400 + tz._offset._seconds
    year, month, day = _ord2ymd(seconds // 86400 + _EPOCH_ORDINAL)
    return _datetime(year, month, day, seconds // 3600 % 24, seconds // 60 % 60, seconds % 60, microsecond, tz, fold)


_fromisoformat = datetime.__dict__["fromisoformat"].__func__


@_put(datetime, "fromisoformat")
@classmethod
def _datetime_fromisoformat(cls, date_string):
    """Construct a datetime from a string in one of the ISO 8601 formats."""
    text = date_string
    if cls is datetime and type(text) is str:
        if fields := _iso_fields(text):
            return _datetime(*fields, None, 0)
        if text.endswith(("Z", "+00:00")) and len(text) > 19 and (fields := _iso_fields(text[:-1 if text[-1] == "Z" else -6])):
            return _datetime(*fields, _utc, 0)
    if isinstance(text, str):
        # (_pydatetime takes for digits whatever int() does.)
        around = text[:7] + text[11:]
        if not around.isascii() or "_" in around or any(map(str.isspace, around)) or len(text) == 11 and text[4] == "-" == text[7]:
            raise ValueError(f"Invalid isoformat string: {text!r}")
    return _fromisoformat(cls, text)


class _Moment:
    """A time of day as _wrap_strftime takes it: on the first of January 1900."""
    year = 1900

    def __init__(self, moment):
        self.utcoffset, self.tzname, self.microsecond = moment.utcoffset, moment.tzname, moment.microsecond


@_put(time, "strftime")
def _time_strftime(self, format):
    """Format using strftime().  The date part of the timestamp passed to underlying strftime should not be used."""
    return _wrap_strftime(_Moment(self), format, (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1))


@_put(type(date.min.isocalendar()), "__repr__")
def _week_repr(self):
    return "datetime.IsoCalendarDate(year=%d, week=%d, weekday=%d)" % tuple(self)


time._cmp = _in_other_words(time._cmp, "cannot compare naive and aware times", "can't compare offset-naive and offset-aware times")
seal_types(date, datetime, time, timedelta, timezone, tzinfo, type(date.min.isocalendar()))
del _find_spec, _in_other_words, _put
