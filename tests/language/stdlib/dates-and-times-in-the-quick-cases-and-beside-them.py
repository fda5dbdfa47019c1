# dates, times and differences: arithmetic over every border, comparisons, ISO texts, subclasses, and what raises
from datetime import date, datetime, time, timedelta, timezone, tzinfo
import pickle

def attempt(f, *args):
    try:
        return f(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"

day = timedelta(1)
tick = timedelta(microseconds=1)
for moment in datetime(2024, 2, 28, 23, 59, 59, 999999), datetime(1999, 12, 31, 23, 59, 59, 999999), datetime(2023, 3, 1), datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999):
    for delta in tick, -tick, day, -day, timedelta(31), timedelta(-400, 86399, 999999), timedelta(0), timedelta(27):
        print(attempt(lambda: moment + delta), attempt(lambda: moment - delta), attempt(lambda: moment.date() + delta), attempt(lambda: moment.date() - delta))
    print(attempt(lambda: day + moment), attempt(lambda: moment - datetime(2000, 2, 29, 12)), attempt(lambda: moment.date() - date(2000, 2, 29)))
# expect: 2024-02-29 00:00:00 2024-02-28 23:59:59.999998 2024-02-28 2024-02-28
# expect: 2024-02-28 23:59:59.999998 2024-02-29 00:00:00 2024-02-27 2024-02-29
# expect: 2024-02-29 23:59:59.999999 2024-02-27 23:59:59.999999 2024-02-29 2024-02-27
# expect: 2024-02-27 23:59:59.999999 2024-02-29 23:59:59.999999 2024-02-27 2024-02-29
# expect: 2024-03-30 23:59:59.999999 2024-01-28 23:59:59.999999 2024-03-30 2024-01-28
# expect: 2023-01-25 23:59:59.999998 2025-04-03 00:00:00 2023-01-24 2025-04-03
# expect: 2024-02-28 23:59:59.999999 2024-02-28 23:59:59.999999 2024-02-28 2024-02-28
# expect: 2024-03-26 23:59:59.999999 2024-02-01 23:59:59.999999 2024-03-26 2024-02-01
# expect: 2024-02-29 23:59:59.999999 8765 days, 11:59:59.999999 8765 days, 0:00:00
# expect: 2000-01-01 00:00:00 1999-12-31 23:59:59.999998 1999-12-31 1999-12-31
# expect: 1999-12-31 23:59:59.999998 2000-01-01 00:00:00 1999-12-30 2000-01-01
# expect: 2000-01-01 23:59:59.999999 1999-12-30 23:59:59.999999 2000-01-01 1999-12-30
# expect: 1999-12-30 23:59:59.999999 2000-01-01 23:59:59.999999 1999-12-30 2000-01-01
# expect: 2000-01-31 23:59:59.999999 1999-11-30 23:59:59.999999 2000-01-31 1999-11-30
# expect: 1998-11-27 23:59:59.999998 2001-02-03 00:00:00 1998-11-26 2001-02-03
# expect: 1999-12-31 23:59:59.999999 1999-12-31 23:59:59.999999 1999-12-31 1999-12-31
# expect: 2000-01-27 23:59:59.999999 1999-12-04 23:59:59.999999 2000-01-27 1999-12-04
# expect: 2000-01-01 23:59:59.999999 -60 days, 11:59:59.999999 -60 days, 0:00:00
# expect: 2023-03-01 00:00:00.000001 2023-02-28 23:59:59.999999 2023-03-01 2023-03-01
# expect: 2023-02-28 23:59:59.999999 2023-03-01 00:00:00.000001 2023-02-28 2023-03-02
# expect: 2023-03-02 00:00:00 2023-02-28 00:00:00 2023-03-02 2023-02-28
# expect: 2023-02-28 00:00:00 2023-03-02 00:00:00 2023-02-28 2023-03-02
# expect: 2023-04-01 00:00:00 2023-01-29 00:00:00 2023-04-01 2023-01-29
# expect: 2022-01-25 23:59:59.999999 2024-04-03 00:00:00.000001 2022-01-25 2024-04-04
# expect: 2023-03-01 00:00:00 2023-03-01 00:00:00 2023-03-01 2023-03-01
# expect: 2023-03-28 00:00:00 2023-02-02 00:00:00 2023-03-28 2023-02-02
# expect: 2023-03-02 00:00:00 8400 days, 12:00:00 8401 days, 0:00:00
# expect: 0001-01-01 00:00:00.000001 OverflowError: date value out of range 0001-01-01 0001-01-01
# expect: OverflowError: date value out of range 0001-01-01 00:00:00.000001 OverflowError: date value out of range 0001-01-02
# expect: 0001-01-02 00:00:00 OverflowError: date value out of range 0001-01-02 OverflowError: date value out of range
# expect: OverflowError: date value out of range 0001-01-02 00:00:00 OverflowError: date value out of range 0001-01-02
# expect: 0001-02-01 00:00:00 OverflowError: date value out of range 0001-02-01 OverflowError: date value out of range
# expect: OverflowError: date value out of range 0002-02-04 00:00:00.000001 OverflowError: date value out of range 0002-02-05
# expect: 0001-01-01 00:00:00 0001-01-01 00:00:00 0001-01-01 0001-01-01
# expect: 0001-01-28 00:00:00 OverflowError: date value out of range 0001-01-28 OverflowError: date value out of range
# expect: 0001-01-02 00:00:00 -730179 days, 12:00:00 -730178 days, 0:00:00
# expect: OverflowError: date value out of range 9999-12-31 23:59:59.999998 9999-12-31 9999-12-31
# expect: 9999-12-31 23:59:59.999998 OverflowError: date value out of range 9999-12-30 OverflowError: date value out of range
# expect: OverflowError: date value out of range 9999-12-30 23:59:59.999999 OverflowError: date value out of range 9999-12-30
# expect: 9999-12-30 23:59:59.999999 OverflowError: date value out of range 9999-12-30 OverflowError: date value out of range
# expect: OverflowError: date value out of range 9999-11-30 23:59:59.999999 OverflowError: date value out of range 9999-11-30
# expect: 9998-11-27 23:59:59.999998 OverflowError: date value out of range 9998-11-26 OverflowError: date value out of range
# expect: 9999-12-31 23:59:59.999999 9999-12-31 23:59:59.999999 9999-12-31 9999-12-31
# expect: OverflowError: date value out of range 9999-12-04 23:59:59.999999 OverflowError: date value out of range 9999-12-04
# expect: OverflowError: date value out of range 2921880 days, 11:59:59.999999 2921880 days, 0:00:00
print(timedelta(1, 2, 3) + timedelta(-1, 86399, 999999), timedelta(1) - timedelta(2, 3, 4), -timedelta(1, 2, 3), timedelta(1, 2, 3) * -7, 10**6 * timedelta(1, 2, 3), timedelta(5) * True, timedelta(1) * 0.5)
# expect: 1 day, 0:00:02.000002 -2 days, 23:59:56.999996 -2 days, 23:59:57.999997 -8 days, 23:59:45.999979 1000023 days, 3:33:23 5 days, 0:00:00 12:00:00
for f in (lambda: timedelta.max + tick, lambda: -timedelta.max - day, lambda: timedelta.max * 2, lambda: timedelta(1) + 1, lambda: 1 - timedelta(1), lambda: date(2024, 1, 1) + 1,
          lambda: date(2024, 1, 1) - 1, lambda: 1 + datetime(2024, 1, 1), lambda: datetime(2024, 1, 1) - 1, lambda: timedelta(1) - datetime(2024, 1, 1), lambda: datetime(2024, 1, 1) - date(2024, 1, 1)):
    print(attempt(f))
# expect: OverflowError: days=1000000000; must have magnitude <= 999999999
# expect: OverflowError: days=-1000000000; must have magnitude <= 999999999
# expect: OverflowError: days=1999999999; must have magnitude <= 999999999
# expect: TypeError: unsupported operand type(s) for +: 'datetime.timedelta' and 'int'
# expect: TypeError: unsupported operand type(s) for -: 'int' and 'datetime.timedelta'
# expect: TypeError: unsupported operand type(s) for +: 'datetime.date' and 'int'
# expect: TypeError: unsupported operand type(s) for -: 'datetime.date' and 'int'
# expect: TypeError: unsupported operand type(s) for +: 'int' and 'datetime.datetime'
# expect: TypeError: unsupported operand type(s) for -: 'datetime.datetime' and 'int'
# expect: TypeError: unsupported operand type(s) for -: 'datetime.timedelta' and 'datetime.datetime'
# expect: TypeError: unsupported operand type(s) for -: 'datetime.datetime' and 'datetime.date'

utc, east = timezone.utc, timezone(timedelta(hours=2))
aware, shifted, naive = datetime(2024, 5, 6, 7, tzinfo=utc), datetime(2024, 5, 6, 9, tzinfo=east), datetime(2024, 5, 6, 7)
print(aware == shifted, aware < shifted, aware - shifted, hash(aware) == hash(shifted), aware == naive, aware != naive, attempt(lambda: aware < naive), attempt(lambda: aware - naive))
# expect: True False 0:00:00 True False True TypeError: can't compare offset-naive and offset-aware datetimes TypeError: can't subtract offset-naive and offset-aware datetimes
print(naive == date(2024, 5, 6), date(2024, 5, 6) == naive, attempt(lambda: naive < date(2024, 5, 6)), attempt(lambda: date(2024, 5, 6) < naive), date(2024, 5, 6) == date(2024, 5, 6), date(2024, 5, 6) != date(2024, 5, 7), naive == 1)
# expect: False False TypeError: '<' not supported between instances of 'datetime.datetime' and 'datetime.date' TypeError: '<' not supported between instances of 'datetime.date' and 'datetime.datetime' True True False
moments = [datetime(*fields) for fields in ((2024, 1, 2), (2024, 1, 1, 5), (2023, 12, 31, 23, 59), (2024, 1, 1, 4, 59, 59, 1), (2024, 1, 1, 4, 59, 59))]
print(sorted(moments), max(moments), min(moments), naive <= naive, naive >= naive, naive > naive)
# expect: [datetime.datetime(2023, 12, 31, 23, 59), datetime.datetime(2024, 1, 1, 4, 59, 59), datetime.datetime(2024, 1, 1, 4, 59, 59, 1), datetime.datetime(2024, 1, 1, 5, 0), datetime.datetime(2024, 1, 2, 0, 0)] 2024-01-02 00:00:00 2023-12-31 23:59:00 True True False
print(datetime(2024, 1, 1, fold=1) + tick, (datetime(2024, 1, 1, fold=1) + tick).fold, datetime(2024, 1, 1, fold=1) == datetime(2024, 1, 1))
# expect: 2024-01-01 00:00:00.000001 0 True

for stamp in 0, 1, 86399, 86400, 1700000000, 1700000000.5, 1700000000.9999996, 1e9 + 1e-7, -1, -1.5, 253402300799, 253402300800, float("nan"), "x":
    print(attempt(datetime.fromtimestamp, stamp, utc), attempt(datetime.fromtimestamp, stamp, east))
# expect: 1970-01-01 00:00:00+00:00 1970-01-01 02:00:00+02:00
# expect: 1970-01-01 00:00:01+00:00 1970-01-01 02:00:01+02:00
# expect: 1970-01-01 23:59:59+00:00 1970-01-02 01:59:59+02:00
# expect: 1970-01-02 00:00:00+00:00 1970-01-02 02:00:00+02:00
# expect: 2023-11-14 22:13:20+00:00 2023-11-15 00:13:20+02:00
# expect: 2023-11-14 22:13:20.500000+00:00 2023-11-15 00:13:20.500000+02:00
# expect: 2023-11-14 22:13:21+00:00 2023-11-15 00:13:21+02:00
# expect: 2001-09-09 01:46:40+00:00 2001-09-09 03:46:40+02:00
# expect: 1969-12-31 23:59:59+00:00 1970-01-01 01:59:59+02:00
# expect: 1969-12-31 23:59:58.500000+00:00 1970-01-01 01:59:58.500000+02:00
# expect: 9999-12-31 23:59:59+00:00 OverflowError: date value out of range
# expect: ValueError: year must be in 1..9999, not 10000 ValueError: year must be in 1..9999, not 10000
# expect: ValueError: Invalid value NaN (not a number) ValueError: Invalid value NaN (not a number)
# expect: TypeError: argument must be int or float, not str TypeError: argument must be int or float, not str
print(datetime.fromtimestamp(True, utc), attempt(datetime.fromtimestamp, 86400, 5), attempt(datetime.now, 5), datetime.now().tzinfo, datetime.now(utc).tzinfo, datetime.now(tz=east).tzinfo)
# expect: 1970-01-01 00:00:01+00:00 TypeError: tzinfo argument must be None or of a tzinfo subclass, not type 'int' TypeError: tzinfo argument must be None or of a tzinfo subclass, not type 'int' None UTC UTC+02:00
print(abs(datetime.now() - datetime.today()) < timedelta(seconds=5), date.today() <= datetime.now().date(), type(date.today()), abs(datetime.now(utc).timestamp() - datetime.now().timestamp()) < 5)
# expect: True True <class 'datetime.date'> True

for text in ("2024-01-02T03:04:05", "2024-01-02 03:04:05.678901", "2024-01-31T03:04:05", "2024-02-30T03:04:05", "2024-01-02T03:04:05Z", "2024-01-02T03:04:05.5", "2024-01-02T03:04:05.123456+00:00",
             "2024-01-02T03:04:05+02:00", "2024-01-02", "20240102T030405", "2024-W01-2", "2024-01-02T24:00:00", "2024-01-02T25:00:00", "2024-13-02T03:04:05", "0000-01-02T03:04:05", "2024-01-02T03:60:05",
             "2024-01-02T03:04:5 ", "2024-01-02T+3:04:05", "２０24-01-02T03:04:05", "2024-01-02é03:04:05", "2024-01-02T03:04:05.1234567", "2024-01-02T03:04:05,123456", "2024-01-02T03:04:05x", "", "2024-00-02T03:04:05"):
    print(repr(attempt(datetime.fromisoformat, text)))
# expect: datetime.datetime(2024, 1, 2, 3, 4, 5)
# expect: datetime.datetime(2024, 1, 2, 3, 4, 5, 678901)
# expect: datetime.datetime(2024, 1, 31, 3, 4, 5)
# expect: 'ValueError: day 30 must be in range 1..29 for month 2 in year 2024'
# expect: datetime.datetime(2024, 1, 2, 3, 4, 5, tzinfo=datetime.timezone.utc)
# expect: datetime.datetime(2024, 1, 2, 3, 4, 5, 500000)
# expect: datetime.datetime(2024, 1, 2, 3, 4, 5, 123456, tzinfo=datetime.timezone.utc)
# expect: datetime.datetime(2024, 1, 2, 3, 4, 5, tzinfo=datetime.timezone(datetime.timedelta(seconds=7200)))
# expect: datetime.datetime(2024, 1, 2, 0, 0)
# expect: datetime.datetime(2024, 1, 2, 3, 4, 5)
# expect: datetime.datetime(2024, 1, 2, 0, 0)
# expect: datetime.datetime(2024, 1, 3, 0, 0)
# expect: 'ValueError: hour must be in 0..23, not 25'
# expect: 'ValueError: month must be in 1..12, not 13'
# expect: 'ValueError: year must be in 1..9999, not 0'
# expect: 'ValueError: minute must be in 0..59, not 60'
# expect: "ValueError: Invalid isoformat string: '2024-01-02T03:04:5 '"
# expect: "ValueError: Invalid isoformat string: '2024-01-02T+3:04:05'"
# expect: "ValueError: Invalid isoformat string: '２０24-01-02T03:04:05'"
# expect: datetime.datetime(2024, 1, 2, 3, 4, 5)
# expect: datetime.datetime(2024, 1, 2, 3, 4, 5, 123456)
# expect: datetime.datetime(2024, 1, 2, 3, 4, 5, 123456)
# expect: "ValueError: Invalid isoformat string: '2024-01-02T03:04:05x'"
# expect: "ValueError: Invalid isoformat string: ''"
# expect: 'ValueError: month must be in 1..12, not 0'

class Day(date):
    pass

class Moment(datetime):
    def __new__(cls, *args, **kwargs):
        self = super().__new__(cls, *args, **kwargs)
        self.note = "noted"
        return self

print(repr(Day(2024, 1, 31) + day), repr(Day(2024, 1, 1) - day), Day(2024, 1, 1) - date(2023, 1, 1), type(Day.today()).__name__)
# expect: Day(2024, 2, 1) Day(2023, 12, 31) 365 days, 0:00:00 Day
m = Moment(2024, 1, 31, 23) + timedelta(hours=1)
print(repr(m), m.note, repr(Moment.fromisoformat("2024-01-02T03:04:05")), repr(Moment.fromtimestamp(86400, utc)), type(Moment.now()).__name__, Moment(2024, 1, 1) == datetime(2024, 1, 1))
# expect: Moment(2024, 2, 1, 0, 0) noted Moment(2024, 1, 2, 3, 4, 5) Moment(1970, 1, 2, 0, 0, tzinfo=datetime.timezone.utc) Moment True

class Zone(tzinfo):
    def utcoffset(self, moment):
        return timedelta(hours=-3)
    def dst(self, moment):
        return timedelta(0)
    def tzname(self, moment):
        return "Z3"

z = datetime(2024, 1, 1, tzinfo=Zone())
print(z, z + day, z - z, z < aware, z - aware, datetime.fromtimestamp(86400, Zone()), pickle.loads(pickle.dumps(aware)) == aware)
# expect: 2024-01-01 00:00:00-03:00 2024-01-02 00:00:00-03:00 0:00:00 True -127 days, 20:00:00 1970-01-01 21:00:00-03:00 True
for f in (lambda: setattr(datetime, "now", 1), lambda: datetime(2024, 1, 1).x):
    print(attempt(f))
# expect: TypeError: cannot set 'now' attribute of immutable type 'datetime.datetime'
# expect: AttributeError: 'datetime.datetime' object has no attribute 'x'
print(datetime.__module__, datetime.now.__qualname__ if hasattr(datetime.now, "__qualname__") else "", repr(timedelta(1)), {date(2024, 1, 1): 1}[date(2024, 1, 1)], {naive: 2}[datetime(2024, 5, 6, 7)])
# expect: datetime datetime.now datetime.timedelta(days=1) 1 2
total = timedelta()
moment = datetime(2024, 1, 1)
for i in range(3000):
    moment += timedelta(minutes=37)
    total += moment - datetime(2024, 1, 1)
print(moment, total)  # expect: 2024-03-18 02:00:00 115663 days, 13:00:00
