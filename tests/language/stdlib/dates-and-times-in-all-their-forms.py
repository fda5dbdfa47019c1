# moments are made, broken up and written the same way whoever does it
import datetime
import time
from datetime import date, datetime as dt, timedelta, timezone

MOMENTS = [dt(1, 1, 1), dt(999, 12, 31, 23, 59, 59, 999999), dt(1000, 1, 1), dt(1600, 2, 29), dt(1900, 3, 1, 12), dt(1969, 12, 31, 23, 59, 59),
           dt(2000, 2, 29, 0, 30), dt(2023, 1, 1, 11, 5, 9, 7), dt(2024, 12, 30, 13), dt(9999, 12, 31, 23, 59, 59)]
FORMATS = ["%Y-%m-%d %H:%M:%S", "%F %T", "%a %A %b %B %h", "%d/%m/%y %I:%M %p", "%j %u %w %D %x %X", "%G-W%V", "%U %W", "100%%", "é %H ü中", "%f", "%z|%Z|%:z", ""]
for moment in MOMENTS:
    for form in FORMATS:
        print(moment.strftime(form), end=" ; ")
    print(moment.date().strftime("%a %d %b %Y %H:%M:%S"), f"{moment:%d.%m.%Y}", f"{moment.date():%j}")
    print(moment.isoformat(), moment, moment.isoformat(" "), moment.isoformat(sep="_"), moment.isoformat(timespec="minutes"), repr(moment))
    print(tuple(moment.timetuple()), moment.toordinal(), date.fromordinal(moment.toordinal()) == moment.date(), moment.isocalendar())
# expect: 0001-01-01 00:00:00 ; 0001-01-01 00:00:00 ; Mon Monday Jan January Jan ; 01/01/01 12:00 AM ; 001 1 1 01/01/01 01/01/01 00:00:00 ; 0001-W01 ; 00 01 ; 100% ; é 00 ü中 ; 000000 ; || ;  ; Mon 01 Jan 0001 00:00:00 01.01.0001 001
# expect: 0001-01-01T00:00:00 0001-01-01 00:00:00 0001-01-01 00:00:00 0001-01-01_00:00:00 0001-01-01T00:00 datetime.datetime(1, 1, 1, 0, 0)
# expect: (1, 1, 1, 0, 0, 0, 0, 1, -1) 1 True datetime.IsoCalendarDate(year=1, week=1, weekday=1)
# expect: 0999-12-31 23:59:59 ; 0999-12-31 23:59:59 ; Tue Tuesday Dec December Dec ; 31/12/99 11:59 PM ; 365 2 2 12/31/99 12/31/99 23:59:59 ; 1000-W01 ; 52 52 ; 100% ; é 23 ü中 ; 999999 ; || ;  ; Tue 31 Dec 0999 00:00:00 31.12.0999 365
# expect: 0999-12-31T23:59:59.999999 0999-12-31 23:59:59.999999 0999-12-31 23:59:59.999999 0999-12-31_23:59:59.999999 0999-12-31T23:59 datetime.datetime(999, 12, 31, 23, 59, 59, 999999)
# expect: (999, 12, 31, 23, 59, 59, 1, 365, -1) 364877 True datetime.IsoCalendarDate(year=1000, week=1, weekday=2)
# expect: 1000-01-01 00:00:00 ; 1000-01-01 00:00:00 ; Wed Wednesday Jan January Jan ; 01/01/00 12:00 AM ; 001 3 3 01/01/00 01/01/00 00:00:00 ; 1000-W01 ; 00 00 ; 100% ; é 00 ü中 ; 000000 ; || ;  ; Wed 01 Jan 1000 00:00:00 01.01.1000 001
# expect: 1000-01-01T00:00:00 1000-01-01 00:00:00 1000-01-01 00:00:00 1000-01-01_00:00:00 1000-01-01T00:00 datetime.datetime(1000, 1, 1, 0, 0)
# expect: (1000, 1, 1, 0, 0, 0, 2, 1, -1) 364878 True datetime.IsoCalendarDate(year=1000, week=1, weekday=3)
# expect: 1600-02-29 00:00:00 ; 1600-02-29 00:00:00 ; Tue Tuesday Feb February Feb ; 29/02/00 12:00 AM ; 060 2 2 02/29/00 02/29/00 00:00:00 ; 1600-W09 ; 09 09 ; 100% ; é 00 ü中 ; 000000 ; || ;  ; Tue 29 Feb 1600 00:00:00 29.02.1600 060
# expect: 1600-02-29T00:00:00 1600-02-29 00:00:00 1600-02-29 00:00:00 1600-02-29_00:00:00 1600-02-29T00:00 datetime.datetime(1600, 2, 29, 0, 0)
# expect: (1600, 2, 29, 0, 0, 0, 1, 60, -1) 584082 True datetime.IsoCalendarDate(year=1600, week=9, weekday=2)
# expect: 1900-03-01 12:00:00 ; 1900-03-01 12:00:00 ; Thu Thursday Mar March Mar ; 01/03/00 12:00 PM ; 060 4 4 03/01/00 03/01/00 12:00:00 ; 1900-W09 ; 08 09 ; 100% ; é 12 ü中 ; 000000 ; || ;  ; Thu 01 Mar 1900 00:00:00 01.03.1900 060
# expect: 1900-03-01T12:00:00 1900-03-01 12:00:00 1900-03-01 12:00:00 1900-03-01_12:00:00 1900-03-01T12:00 datetime.datetime(1900, 3, 1, 12, 0)
# expect: (1900, 3, 1, 12, 0, 0, 3, 60, -1) 693655 True datetime.IsoCalendarDate(year=1900, week=9, weekday=4)
# expect: 1969-12-31 23:59:59 ; 1969-12-31 23:59:59 ; Wed Wednesday Dec December Dec ; 31/12/69 11:59 PM ; 365 3 3 12/31/69 12/31/69 23:59:59 ; 1970-W01 ; 52 52 ; 100% ; é 23 ü中 ; 000000 ; || ;  ; Wed 31 Dec 1969 00:00:00 31.12.1969 365
# expect: 1969-12-31T23:59:59 1969-12-31 23:59:59 1969-12-31 23:59:59 1969-12-31_23:59:59 1969-12-31T23:59 datetime.datetime(1969, 12, 31, 23, 59, 59)
# expect: (1969, 12, 31, 23, 59, 59, 2, 365, -1) 719162 True datetime.IsoCalendarDate(year=1970, week=1, weekday=3)
# expect: 2000-02-29 00:30:00 ; 2000-02-29 00:30:00 ; Tue Tuesday Feb February Feb ; 29/02/00 12:30 AM ; 060 2 2 02/29/00 02/29/00 00:30:00 ; 2000-W09 ; 09 09 ; 100% ; é 00 ü中 ; 000000 ; || ;  ; Tue 29 Feb 2000 00:00:00 29.02.2000 060
# expect: 2000-02-29T00:30:00 2000-02-29 00:30:00 2000-02-29 00:30:00 2000-02-29_00:30:00 2000-02-29T00:30 datetime.datetime(2000, 2, 29, 0, 30)
# expect: (2000, 2, 29, 0, 30, 0, 1, 60, -1) 730179 True datetime.IsoCalendarDate(year=2000, week=9, weekday=2)
# expect: 2023-01-01 11:05:09 ; 2023-01-01 11:05:09 ; Sun Sunday Jan January Jan ; 01/01/23 11:05 AM ; 001 7 0 01/01/23 01/01/23 11:05:09 ; 2022-W52 ; 01 00 ; 100% ; é 11 ü中 ; 000007 ; || ;  ; Sun 01 Jan 2023 00:00:00 01.01.2023 001
# expect: 2023-01-01T11:05:09.000007 2023-01-01 11:05:09.000007 2023-01-01 11:05:09.000007 2023-01-01_11:05:09.000007 2023-01-01T11:05 datetime.datetime(2023, 1, 1, 11, 5, 9, 7)
# expect: (2023, 1, 1, 11, 5, 9, 6, 1, -1) 738521 True datetime.IsoCalendarDate(year=2022, week=52, weekday=7)
# expect: 2024-12-30 13:00:00 ; 2024-12-30 13:00:00 ; Mon Monday Dec December Dec ; 30/12/24 01:00 PM ; 365 1 1 12/30/24 12/30/24 13:00:00 ; 2025-W01 ; 52 53 ; 100% ; é 13 ü中 ; 000000 ; || ;  ; Mon 30 Dec 2024 00:00:00 30.12.2024 365
# expect: 2024-12-30T13:00:00 2024-12-30 13:00:00 2024-12-30 13:00:00 2024-12-30_13:00:00 2024-12-30T13:00 datetime.datetime(2024, 12, 30, 13, 0)
# expect: (2024, 12, 30, 13, 0, 0, 0, 365, -1) 739250 True datetime.IsoCalendarDate(year=2025, week=1, weekday=1)
# expect: 9999-12-31 23:59:59 ; 9999-12-31 23:59:59 ; Fri Friday Dec December Dec ; 31/12/99 11:59 PM ; 365 5 5 12/31/99 12/31/99 23:59:59 ; 9999-W52 ; 52 52 ; 100% ; é 23 ü中 ; 000000 ; || ;  ; Fri 31 Dec 9999 00:00:00 31.12.9999 365
# expect: 9999-12-31T23:59:59 9999-12-31 23:59:59 9999-12-31 23:59:59 9999-12-31_23:59:59 9999-12-31T23:59 datetime.datetime(9999, 12, 31, 23, 59, 59)
# expect: (9999, 12, 31, 23, 59, 59, 4, 365, -1) 3652059 True datetime.IsoCalendarDate(year=9999, week=52, weekday=5)

for arguments in (2023, 2, 29), (2024, 2, 30), (1900, 2, 29), (2024, 13, 1), (2024, 0, 1), (0, 1, 1), (10000, 1, 1), (2024, 4, 31), (2024, 1, 0), (True, 1, 1), (2024, 1.0, 1), ("2024", 1, 1):
    for cls in date, dt:
        try:
            print(cls(*arguments))
        except (TypeError, ValueError, OverflowError) as error:
            print(type(error).__name__)
# expect: ValueError
# expect: ValueError
# expect: ValueError
# expect: ValueError
# expect: ValueError
# expect: ValueError
# expect: ValueError
# expect: ValueError
# expect: ValueError
# expect: ValueError
# expect: ValueError
# expect: ValueError
# expect: ValueError
# expect: ValueError
# expect: ValueError
# expect: ValueError
# expect: ValueError
# expect: ValueError
# expect: 0001-01-01
# expect: 0001-01-01 00:00:00
# expect: TypeError
# expect: TypeError
# expect: TypeError
# expect: TypeError
for arguments in (24,), (-1,), (1, 60), (1, 1, 60), (1, 1, 1, 1000000), (1, 1, 1, -1), (1.5,), (True, False):
    try:
        print(dt(2024, 2, 29, *arguments))
    except (TypeError, ValueError) as error:
        print(type(error).__name__)
# expect: ValueError
# expect: ValueError
# expect: ValueError
# expect: ValueError
# expect: ValueError
# expect: ValueError
# expect: TypeError
# expect: 2024-02-29 01:00:00
for fold in 0, 1, 2, -1:
    try:
        print(dt(2024, 1, 1, fold=fold).fold)
    except ValueError as error:
        print(error)
# expect: 0
# expect: 1
# expect: fold must be either 0 or 1, not 2
# expect: fold must be either 0 or 1, not -1
try:
    dt(2024, 1, 1, tzinfo=3)
except TypeError as error:
    print(type(error).__name__)  # expect: TypeError


class Index:
    def __index__(self):
        return 5


print(date(2024, Index(), 1), dt(2024, 1, Index(), Index()))  # expect: 2024-05-01 2024-01-05 05:00:00


class Day(date):
    def __new__(cls, *arguments):
        self = super().__new__(cls, *arguments)
        self.made = True
        return self

    def timetuple(self):
        return time.struct_time((2000, 1, 2, 3, 4, 5, 6, 7, 0))


class Moment(dt):
    pass


print(Day(2024, 1, 31).made, Day(2024, 1, 31).strftime("%Y %H"), type(Day(2024, 1, 31).replace(day=1)).__name__)
# expect: True 2000 03 Day
print(Moment(2024, 1, 1).isoformat(), type(Moment(2024, 1, 1)).__name__, type(Moment(2024, 1, 1).date()).__name__, repr(Moment(2024, 1, 1).strftime("%z")))
# expect: 2024-01-01T00:00:00 Moment date ''
print(dt(2024, 5, 6, tzinfo=timezone.utc).isoformat(), dt(2024, 5, 6, tzinfo=timezone.utc).strftime("%Y %z"))
# expect: 2024-05-06T00:00:00+00:00 2024 +0000
for method in dt(2024, 1, 1).strftime, date(2024, 1, 1).strftime:
    try:
        method(3)
    except TypeError as error:
        print(type(error).__name__)
# expect: TypeError
# expect: TypeError

for seconds in 0, -1, 1, 86399, 86400, -86401, 951782400, 1709164799, 4102444800, 32503680000, 1e9 + 0.7, -0.5:
    moment = time.gmtime(seconds)
    print(tuple(moment), moment.tm_gmtoff, time.strftime("%a %d %b %Y %H:%M:%S %j", moment))
# expect: (1970, 1, 1, 0, 0, 0, 3, 1, 0) 0 Thu 01 Jan 1970 00:00:00 001
# expect: (1969, 12, 31, 23, 59, 59, 2, 365, 0) 0 Wed 31 Dec 1969 23:59:59 365
# expect: (1970, 1, 1, 0, 0, 1, 3, 1, 0) 0 Thu 01 Jan 1970 00:00:01 001
# expect: (1970, 1, 1, 23, 59, 59, 3, 1, 0) 0 Thu 01 Jan 1970 23:59:59 001
# expect: (1970, 1, 2, 0, 0, 0, 4, 2, 0) 0 Fri 02 Jan 1970 00:00:00 002
# expect: (1969, 12, 30, 23, 59, 59, 1, 364, 0) 0 Tue 30 Dec 1969 23:59:59 364
# expect: (2000, 2, 29, 0, 0, 0, 1, 60, 0) 0 Tue 29 Feb 2000 00:00:00 060
# expect: (2024, 2, 28, 23, 59, 59, 2, 59, 0) 0 Wed 28 Feb 2024 23:59:59 059
# expect: (2100, 1, 1, 0, 0, 0, 4, 1, 0) 0 Fri 01 Jan 2100 00:00:00 001
# expect: (3000, 1, 1, 0, 0, 0, 2, 1, 0) 0 Wed 01 Jan 3000 00:00:00 001
# expect: (2001, 9, 9, 1, 46, 40, 6, 252, 0) 0 Sun 09 Sep 2001 01:46:40 252
# expect: (1969, 12, 31, 23, 59, 59, 2, 365, 0) 0 Wed 31 Dec 1969 23:59:59 365
print(time.gmtime(0))
# expect: time.struct_time(tm_year=1970, tm_mon=1, tm_mday=1, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=3, tm_yday=1, tm_isdst=0)
print(type(time.gmtime(0)) is time.struct_time, time.gmtime(5) == time.gmtime(5.9), time.struct_time(range(9)).tm_zone, time.struct_time(range(11)).tm_gmtoff)
# expect: True True None 10
for fields in (2024, 0, 0, 0, 0, 0, 0, 0, 0), (2024, 1, 1, 23, 59, 61, 0, 366, -1), (-5, 1, 1, 0, 0, 0, 0, 1, 0), (99, 1, 1, 0, 0, 0, 7, 1, 0), (12345, 6, 7, 8, 9, 10, 1, 159, 0):
    print(time.strftime("%m %d %H:%M:%S %j %w %a", fields))
# expect: 01 01 00:00:00 001 1 Mon
# expect: 01 01 23:59:61 366 1 Mon
# expect: 01 01 00:00:00 001 1 Mon
# expect: 01 01 00:00:00 001 1 Mon
# expect: 06 07 08:09:10 159 2 Tue
for fields in (2024, 13, 1, 0, 0, 0, 0, 1, 0), (2024, 1, 32, 0, 0, 0, 0, 1, 0), (2024, 1, 1, 24, 0, 0, 0, 1, 0), (2024, 1, 1, 0, 0, 62, 0, 1, 0), (2024, 1, 1, 0, 0, 0, -2, 1, 0), (2024, 1, 1, 0, 0, 0, 0, 367, 0), (1, 2):
    try:
        print(time.strftime("%Y", fields))
    except (ValueError, TypeError) as error:
        print(error)
# expect: month out of range
# expect: day of month out of range
# expect: hour out of range
# expect: seconds out of range
# expect: day of week out of range
# expect: day of year out of range
# expect: strftime(): illegal time tuple argument


def many():
    day = dt(2023, 12, 25, 22)
    step = timedelta(hours=7, minutes=13)
    total = 0
    for _ in range(400):
        day += step
        text = day.strftime("%Y%m%d%H%M")
        total += len(day.isoformat()) + int(text[-4:]) + day.date().day + dt(day.year, day.month, day.day).weekday()
    return total, str(day)


print(many())  # expect: (488044, '2024-04-24 04:40:00')
