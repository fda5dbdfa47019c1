# The module _datetime: the classes of the library's _pydatetime, sealed as those are that CPython has from C, with its words for mixing naive and aware.
from _krait import seal_types
from _pydatetime import *


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


datetime._cmp = _in_other_words(datetime._cmp, "cannot compare naive and aware datetimes", "can't compare offset-naive and offset-aware datetimes")
time._cmp = _in_other_words(time._cmp, "cannot compare naive and aware times", "can't compare offset-naive and offset-aware times")
datetime.__sub__ = _in_other_words(datetime.__sub__, "cannot mix naive and timezone-aware time", "can't subtract offset-naive and offset-aware datetimes")
seal_types(date, datetime, time, timedelta, timezone, tzinfo, type(date.min.isocalendar()))
del seal_types, _in_other_words
