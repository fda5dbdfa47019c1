# The module _zoneinfo: ZoneInfo over TZif files, which zoneinfo/_common.py reads. Offsets after the last transition of a file come from the POSIX rule at its end.
import re
import weakref
from bisect import bisect_right
from collections import OrderedDict
from datetime import datetime, timedelta, timezone, tzinfo

_DAY = 86400
_EPOCH_ORDINAL = datetime(1970, 1, 1).toordinal()
_STRONG_CACHE_SIZE = 8
_intervals = {}


def _interval(seconds):
    found = _intervals.get(seconds)
    if found is None:
        found = _intervals[seconds] = timedelta(seconds=seconds)
    return found


def _wall_seconds(dt):
    # Seconds since 1970 of a datetime's face, whatever its zone.
    return (dt.toordinal() - _EPOCH_ORDINAL) * _DAY + dt.hour * 3600 + dt.minute * 60 + dt.second


class _LocalTime:
    # What holds between two transitions.
    __slots__ = ("seconds", "utcoff", "dstoff", "name")

    def __init__(self, seconds, dst_seconds, name):
        self.seconds = seconds
        self.utcoff = _interval(seconds)
        self.dstoff = _interval(dst_seconds)
        self.name = name

    def __eq__(self, other):
        return self.utcoff == other.utcoff and self.dstoff == other.dstoff and self.name == other.name

    __hash__ = None


class _Rule:
    # Daylight saving time from `start` to `end` of every year, as in "CET-1CEST,M3.5.0,M10.5.0/3".
    def __init__(self, standard, saving, start, end):
        self.standard = standard
        self.saving = saving
        self.start = start
        self.end = end
        self.shift = saving.seconds - standard.seconds

    def at_wall(self, seconds, year, fold):
        start, end = self.start(year), self.end(year)
        # Times that exist twice or never are those between a transition and itself shifted.
        if fold == (self.shift >= 0):
            end -= self.shift
        else:
            start += self.shift
        return self._choose(start, end, seconds)

    def at_utc(self, seconds, year):
        start = self.start(year) - self.standard.seconds
        end = self.end(year) - self.saving.seconds
        again = end if self.shift > 0 else start
        return self._choose(start, end, seconds), again <= seconds < again + abs(self.shift)

    def _choose(self, start, end, seconds):
        is_saving = start <= seconds < end if start < end else not end <= seconds < start
        return self.saving if is_saving else self.standard


def _first_of_month(year, month):
    return datetime(year, month, 1).toordinal() - _EPOCH_ORDINAL


def _month_rule(month, week, weekday, seconds):
    def moment(year):
        first = _first_of_month(year, month)
        # 1970-01-01 was a Thursday; weekday 0 is Sunday.
        day = first + (weekday - first - 4) % 7 + (week - 1) * 7
        last = _first_of_month(year + month // 12, month % 12 + 1) if (year, month) != (9999, 12) else first + 31
        return (day if day < last else day - 7) * _DAY + seconds
    return moment


def _day_rule(day, counts_leap_days, seconds):
    def moment(year):
        first = _first_of_month(year, 1)
        is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        # (CPython counts days without J from 1 too, and moves J59 in leap years.)
        if not counts_leap_days and is_leap and day >= 59:
            return (first + day) * _DAY + seconds
        return (first + day - 1) * _DAY + seconds
    return moment


_OFFSET = r"(?P<{0}_sign>[+-])?(?P<{0}_h>\d{{1,3}})(?::(?P<{0}_m>\d{{2}})(?::(?P<{0}_s>\d{{2}}))?)?"
_NAME = r"(?P<{0}>[^<0-9:.+-]+|<[a-zA-Z0-9+-]+>)"
_TZ_STRING = re.compile(
    _NAME.format("std") + _OFFSET.format("std_off")
    + "(?:" + _NAME.format("dst") + "(?:" + _OFFSET.format("dst_off") + ")?)?", re.ASCII)
_MONTH_RULE = re.compile(r"M(\d{1,2})\.(\d)\.(\d)", re.ASCII)
_DAY_RULE = re.compile(r"(J?)(\d{1,3})", re.ASCII)
_TIME = re.compile(_OFFSET.format("at"), re.ASCII)


def _seconds_of(match, name, most_hours):
    hours, minutes, seconds = (int(match[f"{name}_{part}"] or 0) for part in "hms")
    if hours > most_hours or minutes > 59 or seconds > 59:
        raise ValueError(f"Invalid offset: {match[0]}")
    total = hours * 3600 + minutes * 60 + seconds
    return -total if match[f"{name}_sign"] == "-" else total


def _moment_of(text):
    date, slash, time = text.partition("/")
    seconds = 2 * 3600
    if slash:
        match = _TIME.fullmatch(time)
        if match is None:
            raise ValueError(f"Invalid transition time: {time}")
        seconds = _seconds_of(match, "at", 167)
    if match := _MONTH_RULE.fullmatch(date):
        month, week, weekday = map(int, match.groups())
        if not (1 <= month <= 12 and 1 <= week <= 5 and weekday <= 6):
            raise ValueError(f"Invalid dst start/end date: {date}")
        return _month_rule(month, week, weekday, seconds)
    if match := _DAY_RULE.fullmatch(date):
        day = int(match[2])
        if not (1 <= day <= 365 if match[1] else day <= 365):
            raise ValueError(f"Invalid day of year: {date}")
        return _day_rule(day, not match[1], seconds)
    raise ValueError(f"Invalid dst start/end date: {date}")


def _parse_tz_string(text):
    zone, *moments = text.split(",")
    match = _TZ_STRING.fullmatch(zone)
    if match is None or len(moments) != (2 if match["dst"] else 0):
        raise ValueError(f"{text} is not a valid TZ string")
    names = [name and name.strip("<>") for name in match.group("std", "dst")]
    # East of Greenwich is negative in such strings.
    standard = -_seconds_of(match, "std_off", 24)
    if names[1] is None:
        return _LocalTime(standard, 0, names[0])
    saving = -_seconds_of(match, "dst_off", 24) if match["dst_off_h"] else standard + 3600
    return _Rule(_LocalTime(standard, 0, names[0]), _LocalTime(saving, saving - standard, names[1]), *map(_moment_of, moments))


def _saved_seconds(offsets, is_saving, kinds):
    # By how much each kind of daylight saving time differs from the standard time beside it.
    saved = {}
    for i, kind in enumerate(kinds):
        if not is_saving[kind] or saved.get(kind):
            continue
        for neighbour in (i - 1, i + 1):
            if 0 <= neighbour < len(kinds) and not is_saving[kinds[neighbour]]:
                if difference := offsets[kind] - offsets[kinds[neighbour]]:
                    saved[kind] = difference
                    break
    return [saved.get(kind, 3600) if saves else 0 for kind, saves in enumerate(is_saving)]


class ZoneInfo(tzinfo):
    _strong_cache = OrderedDict()
    _weak_cache = weakref.WeakValueDictionary()
    __module__ = "zoneinfo"

    def __init_subclass__(cls):
        cls._strong_cache = OrderedDict()
        cls._weak_cache = weakref.WeakValueDictionary()

    def __new__(cls, key):
        instance = cls._weak_cache.get(key)
        if instance is None:
            instance = cls._weak_cache.setdefault(key, cls._by_key(key))
            instance._from_cache = True
        cls._strong_cache[key] = cls._strong_cache.pop(key, instance)
        if len(cls._strong_cache) > _STRONG_CACHE_SIZE:
            cls._strong_cache.popitem(last=False)
        return instance

    @classmethod
    def no_cache(cls, key):
        """Get a new instance of ZoneInfo, bypassing the cache."""
        instance = cls._by_key(key)
        instance._from_cache = False
        return instance

    @classmethod
    def from_file(cls, file_obj, /, key=None):
        """Create a ZoneInfo file from a file object."""
        instance = super().__new__(cls)
        instance._key = key
        instance._source = file_obj
        instance._load(file_obj)
        instance._text = repr(file_obj)
        instance._from_cache = False
        return instance

    @classmethod
    def _by_key(cls, key):
        from zoneinfo import _common, _tzpath
        instance = super().__new__(cls)
        instance._key = key
        instance._source = None
        path = _tzpath.find_tzfile(key)
        if path is not None:
            file = open(path, "rb")
        else:
            try:
                file = _common.load_tzdata(key)
            except _common.ZoneInfoNotFoundError:
                # (The file was changed for Pyodide and speaks of that.)
                raise _common.ZoneInfoNotFoundError(f"No time zone found with key {key}") from None
        with file:
            instance._load(file)
        return instance

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        """Clear the ZoneInfo cache."""
        if only_keys is None:
            cls._weak_cache.clear()
            cls._strong_cache.clear()
            return
        for key in only_keys:
            cls._weak_cache.pop(key, None)
            cls._strong_cache.pop(key, None)

    @classmethod
    def _unpickle(cls, key, from_cache, /):
        """Private method used in unpickling."""
        return cls(key) if from_cache else cls.no_cache(key)

    @property
    def key(self):
        return self._key

    def _load(self, file):
        from zoneinfo import _common
        kinds, moments, offsets, is_saving, names, rule = _common.load_data(file)
        saved = _saved_seconds(offsets, is_saving, kinds)
        known = [_LocalTime(*parts) for parts in zip(offsets, saved, names)]
        self._moments = list(moments)
        self._times = [known[kind] for kind in kinds]
        self._before = next((time for time, saves in zip(known, is_saving) if not saves), self._times[0] if self._times else None)
        if rule:
            self._after = _parse_tz_string(rule.decode())
        elif not known:
            raise ValueError("No time zone information found.")
        else:
            self._after = self._times[-1] if self._times else known[-1]
        # What clocks show at each transition: the later face for fold 0, the earlier one for fold 1.
        self._faces = ([], [])
        previous = known[0] if known else self._before
        for moment, time in zip(self._moments, self._times):
            pair = previous.seconds, time.seconds
            self._faces[0].append(moment + max(pair))
            self._faces[1].append(moment + min(pair))
            previous = time
        self._is_fixed = not isinstance(self._after, _Rule) and (
            not self._times or all(time == self._after for time in (self._before, *self._times)))

    def _at(self, dt):
        if dt is None:
            return self._after if self._is_fixed else None
        seconds, fold = _wall_seconds(dt), dt.fold
        faces = self._faces[fold]
        if not faces or seconds > faces[-1]:
            if isinstance(self._after, _Rule):
                return self._after.at_wall(seconds, dt.year, fold)
            return self._after
        place = bisect_right(faces, seconds)
        return self._times[place - 1] if place else self._before

    def utcoffset(self, dt, /):
        """Retrieve a timedelta representing the UTC offset in a zone at the given datetime."""
        time = self._at(dt)
        return time and time.utcoff

    def dst(self, dt, /):
        """Retrieve a timedelta representing the amount of DST applied in a zone at the given datetime."""
        time = self._at(dt)
        return time and time.dstoff

    def tzname(self, dt, /):
        """Retrieve a string containing the abbreviation for the time zone that applies in a zone at a given datetime."""
        time = self._at(dt)
        return time and time.name

    def fromutc(self, dt, /):
        """Given a datetime with local time in UTC, retrieve an adjusted datetime in local time."""
        if not isinstance(dt, datetime):
            raise TypeError("fromutc() requires a datetime argument")
        if dt.tzinfo is not self:
            raise ValueError("dt.tzinfo is not self")
        seconds = _wall_seconds(dt)
        moments = self._moments
        place = bisect_right(moments, seconds)
        fold = False
        if isinstance(self._after, _Rule) and (not moments or seconds > moments[-1]):
            time, fold = self._after.at_utc(seconds, dt.year)
        elif not moments:
            time = self._after
        elif place == 0:
            time = self._before
        else:
            time = self._times[place - 1]
            previous = self._times[place - 2] if place > 1 else self._before
            fold = previous.seconds - time.seconds > seconds - moments[place - 1]
        dt += time.utcoff
        return dt.replace(fold=1) if fold else dt

    def __repr__(self):
        name = f"{type(self).__module__}.{type(self).__qualname__}"
        return f"{name}(key={self._key!r})" if self._key is not None else f"{name}.from_file({self._text})"

    def __str__(self):
        return str(self._key) if self._key is not None else repr(self)

    def __reduce__(self):
        if self._source is not None:
            import pickle
            raise pickle.PicklingError("Cannot pickle a ZoneInfo file from a file stream.")
        return type(self)._unpickle, (self._key, self._from_cache)
