# The module time: what TypeScript (time.ts) leaves to Python: the calendar. Clocks and functions with a leading underscore are TypeScript's.
from _krait import format_moment as _format_moment, moment_fields as _moment_fields
from _structseq import build as _build, make as _make
from math import floor as _floor

_STRUCT_TM_ITEMS = 11
struct_time = _make("time", "struct_time",
    ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst"), ("tm_zone", "tm_gmtoff"))

CLOCK_REALTIME = 0
CLOCK_MONOTONIC = 1
CLOCK_PROCESS_CPUTIME_ID = 2
CLOCK_THREAD_CPUTIME_ID = 3
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_FULL_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_FULL_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def sleep(seconds, /):
    if not isinstance(seconds, (int, float)):
        raise TypeError(f"'{type(seconds).__name__}' object cannot be interpreted as an integer")
    if _threads():
        _park(_duration(seconds))
        return
    while (seconds := _sleep_piece(seconds)) > 0:
        pass


def clock_gettime(clk_id, /):
    return clock_gettime_ns(clk_id) / 1e9


def clock_gettime_ns(clk_id, /):
    if clk_id == CLOCK_REALTIME:
        return time_ns()
    if clk_id == CLOCK_MONOTONIC:
        return monotonic_ns()
    if clk_id in (CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID):
        return process_time_ns()
    raise OSError(22, "Invalid argument")


def get_clock_info(name, /):
    from types import SimpleNamespace
    if name not in ("time", "monotonic", "perf_counter", "process_time", "thread_time"):
        raise ValueError("unknown clock")
    return SimpleNamespace(implementation=f"krait({name})", monotonic=name != "time", adjustable=name == "time", resolution=1e-09)


def _civil(days):
    # days since 1970-01-01 -> year, month, day (H. Hinnant, "chrono-compatible low-level date algorithms")
    days += 719468
    era = days // 146097
    day = days - era * 146097
    year = (day - day // 1460 + day // 36524 - day // 146096) // 365
    day_of_year = day - (365 * year + year // 4 - year // 100)
    month = (5 * day_of_year + 2) // 153
    d = day_of_year - (153 * month + 2) // 5 + 1
    m = month + 3 if month < 10 else month - 9
    return year + era * 400 + (m <= 2), m, d


def _days(year, month, day):
    year -= month <= 2
    era = year // 400
    yoe = year - era * 400
    doy = (153 * (month - 3 if month > 2 else month + 9) + 2) // 5 + day - 1
    return era * 146097 + yoe * 365 + yoe // 4 - yoe // 100 + doy - 719468


def _break(seconds, isdst, zone, offset):
    fields = _moment_fields(seconds)
    if fields is not None and -100000 < fields[0] < 100000:
        return _build(struct_time, (*fields, isdst), (zone, offset))
    days, rest = divmod(seconds, 86400)
    year, month, day = _civil(days)
    if not -0x80000000 <= year - 1900 < 0x80000000:
        raise OSError(75, "Value too large for defined data type")
    return struct_time((year, month, day, rest // 3600, rest // 60 % 60, rest % 60, (days + 3) % 7, days - _days(year, 1, 1) + 1, isdst, zone, offset))


def _seconds(seconds):
    if seconds is None:
        return _floor(time())
    if not isinstance(seconds, (int, float)):
        raise TypeError(f"'{type(seconds).__name__}' object cannot be interpreted as an integer")
    if seconds != seconds:
        raise ValueError("Invalid value NaN (not a number)")
    if not -0x8000000000000000 <= seconds < 0x8000000000000000:
        raise OverflowError("timestamp out of range for platform time_t")
    return _floor(seconds)


def gmtime(seconds=None, /):
    return _break(_seconds(seconds), 0, "UTC", 0)


def localtime(seconds=None, /):
    at = _seconds(seconds)
    offset, zone, is_summer = _zone(at)
    return _break(at + offset, is_summer, zone, offset)


def mktime(t, /):
    t = tuple(t)
    local = _days(t[0] + (t[1] - 1) // 12, (t[1] - 1) % 12 + 1, 1) * 86400 + (t[2] - 1) * 86400 + t[3] * 3600 + t[4] * 60 + t[5]
    guess = local - _zone(local)[0]
    seconds = local - _zone(guess)[0]
    if t[8] >= 0 and (t[8] > 0) != _zone(seconds)[2]:  # the caller's clock is an hour ahead of ours, or behind
        seconds += -3600 if t[8] else 3600
    return float(seconds)


def asctime(t=None, /):
    t = localtime() if t is None else t
    return f"{_DAYS[t[6]]} {_MONTHS[t[1] - 1]}{t[2]:3d} {t[3]:02d}:{t[4]:02d}:{t[5]:02d} {t[0]}"


def ctime(seconds=None, /):
    return asctime(localtime(seconds))


def _week(t, first):
    return (t[7] + 6 - (t[6] - first) % 7) // 7


def _iso(t):
    # year and week of ISO 8601
    year = t[0]
    week = (t[7] - 1 - t[6] + 10) // 7
    if week < 1:
        year -= 1
        week = 53 if _long_year(year) else 52
    elif week == 53 and not _long_year(year):
        year += 1
        week = 1
    return year, week


def _long_year(year):
    p = lambda y: (y + y // 4 - y // 100 + y // 400) % 7
    return p(year) == 4 or p(year - 1) == 3


def strftime(format, t=None, /):
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
    t = localtime() if t is None else t
    if not isinstance(t, tuple) or len(t) != 9:
        raise TypeError("Tuple or struct_time argument required" if not isinstance(t, tuple) else
                        f"strftime(): illegal time tuple argument")
    year, month, day, hour, minute, second, weekday, yearday, isdst = t[:9]
    text = _format_moment(format, year, month, day, hour, minute, second, 9 if weekday == -1 else weekday, yearday)
    if text is not None:
        return text
    if not 0 <= month <= 12:
        raise ValueError("month out of range")
    if not 0 <= day <= 31:
        raise ValueError("day of month out of range")
    if not 0 <= hour <= 23:
        raise ValueError("hour out of range")
    if not 0 <= minute <= 59:
        raise ValueError("minute out of range")
    if not 0 <= second <= 61:
        raise ValueError("seconds out of range")
    if weekday < 0:
        raise ValueError("day of week out of range")
    if not 0 <= yearday <= 366:
        raise ValueError("day of year out of range")
    month, day, yearday, weekday = max(month, 1), max(day, 1), max(yearday, 1), weekday % 7
    t = (year, month, day, hour, minute, second, weekday, yearday, isdst)
    out = []
    i, n = 0, len(format)
    while i < n:
        c = format[i]
        i += 1
        if c != "%" or i == n:
            out.append(c)
            continue
        c = format[i]
        i += 1
        flag = ""
        if c in "-_0^#" and i < n:
            flag = c
            c = format[i]
            i += 1
        if c == "a": text = _DAYS[weekday]
        elif c == "A": text = _FULL_DAYS[weekday]
        elif c in "bh": text = _MONTHS[month - 1]
        elif c == "B": text = _FULL_MONTHS[month - 1]
        elif c == "c": text = f"{_DAYS[weekday]} {_MONTHS[month - 1]} {day:2d} {hour:02d}:{minute:02d}:{second:02d} {year}"
        elif c == "C": text = f"{year // 100:02d}"
        elif c == "d": text = f"{day:02d}"
        elif c in "Dx": text = f"{month:02d}/{day:02d}/{year % 100:02d}"
        elif c == "e": text = f"{day:2d}"
        elif c == "F": text = f"{year}-{month:02d}-{day:02d}"
        elif c == "G": text = str(_iso(t)[0])
        elif c == "g": text = f"{_iso(t)[0] % 100:02d}"
        elif c == "H": text = f"{hour:02d}"
        elif c == "I": text = f"{(hour + 11) % 12 + 1:02d}"
        elif c == "j": text = f"{yearday:03d}"
        elif c == "k": text = f"{hour:2d}"
        elif c == "l": text = f"{(hour + 11) % 12 + 1:2d}"
        elif c == "m": text = f"{month:02d}"
        elif c == "M": text = f"{minute:02d}"
        elif c == "n": text = "\n"
        elif c == "p": text = "AM" if hour < 12 else "PM"
        elif c == "P": text = "am" if hour < 12 else "pm"
        elif c == "r": text = f"{(hour + 11) % 12 + 1:02d}:{minute:02d}:{second:02d} {'AM' if hour < 12 else 'PM'}"
        elif c == "R": text = f"{hour:02d}:{minute:02d}"
        elif c == "s": text = str(int(mktime(t)))
        elif c == "S": text = f"{second:02d}"
        elif c == "t": text = "\t"
        elif c in "TX": text = f"{hour:02d}:{minute:02d}:{second:02d}"
        elif c == "u": text = str(weekday + 1)
        elif c == "U": text = f"{_week(t, 6):02d}"
        elif c == "V": text = f"{_iso(t)[1]:02d}"
        elif c == "w": text = str((weekday + 1) % 7)
        elif c == "W": text = f"{_week(t, 0):02d}"
        elif c == "y": text = f"{year % 100:02d}"
        elif c == "Y": text = str(year)
        elif c in "zZ":
            offset, zone, _ = _zone(int(mktime(t)))
            sign = "-" if offset < 0 else "+"
            text = zone if c == "Z" else f"{sign}{abs(offset) // 3600:02d}{abs(offset) // 60 % 60:02d}"
        elif c == "%": text = "%"
        else: text = "%" + flag + c
        if flag == "-" and len(text) > 1:
            text = text.lstrip("0 ") or "0"
        elif flag == "_":
            text = text.lstrip("0").rjust(len(text)) if text.isdigit() else text
        elif flag == "^":
            text = text.upper()
        elif flag == "#":
            text = text.swapcase()
        out.append(text)
    return "".join(out)


def strptime(string, format="%a %b %d %H:%M:%S %Y", /):
    import _strptime
    return _strptime._strptime_time(string, format)


def _zone_of_year():
    year = gmtime()[0]
    standard, summer = sorted((_zone(_days(year, 1, 1) * 86400), _zone(_days(year, 7, 1) * 86400)))
    return {"timezone": -standard[0], "altzone": -summer[0], "daylight": int(standard[0] != summer[0]), "tzname": (standard[1], summer[1])}


def tzset():
    global timezone, altzone, daylight, tzname
    timezone, altzone, daylight, tzname = _zone_of_year().values()


_ZONE_NAMES = ("timezone", "altzone", "daylight", "tzname")


# The process's zone is not known when the heap image is built, and few programs ask for it.
def __getattr__(name):
    if name in _ZONE_NAMES:
        return _zone_of_year()[name]
    if name == "__all__":  # of `import *`
        return [name for name in __dir__() if not name.startswith("_")]
    import sys
    raise AttributeError(f"module 'time' has no attribute {name!r}", name=name, obj=sys.modules["time"])


def __dir__():
    import sys
    return sorted({*sys.modules["time"].__dict__, *_ZONE_NAMES} - {"__getattr__", "__dir__"})
