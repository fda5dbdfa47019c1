# a date is not subtracted from a datetime; a time is formatted as on 1900-01-01, whatever is asked for
from datetime import date, datetime, time, timezone


class Own(date):
    pass


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


attempt(lambda: date(2024, 1, 1) - datetime(2024, 1, 1))
# expect: TypeError unsupported operand type(s) for -: 'datetime.date' and 'datetime.datetime'
attempt(lambda: datetime(2024, 1, 1) - date(2024, 1, 1))
# expect: TypeError unsupported operand type(s) for -: 'datetime.datetime' and 'datetime.date'
attempt(lambda: date.__sub__(date(2024, 1, 1), datetime(2024, 1, 1)))  # expect: NotImplemented
attempt(lambda: Own(2024, 1, 5) - date(2024, 1, 1))  # expect: 4 days, 0:00:00
attempt(lambda: date(2024, 1, 5) - Own(2024, 1, 1))  # expect: 4 days, 0:00:00
attempt(lambda: date(2024, 1, 5).isocalendar())
# expect: datetime.IsoCalendarDate(year=2024, week=1, weekday=5)
moment = time(1, 2, 3, 4, tzinfo=timezone.utc)
for format in ("%Y-%m-%d", "%F %T", "%C %G %j %U %f %z %:z %Z %%", "%H:%M", "%I %p %y"):
    attempt(lambda: moment.strftime(format))
    attempt(lambda: f"{time(15):{format}}")
    attempt(lambda: date(985, 1, 2).strftime(format))
# expect: 1900-01-01
# expect: 1900-01-01
# expect: 0985-01-02
# expect: 1900-01-01 01:02:03
# expect: 1900-01-01 15:00:00
# expect: 0985-01-02 00:00:00
# expect: 19 1900 001 00 000004 +0000 +00:00 UTC %
# expect: 19 1900 001 00 000000    %
# expect: 09 0984 002 01 000000    %
# expect: 01:02
# expect: 15:00
# expect: 00:00
# expect: 01 AM 00
# expect: 03 PM 00
# expect: 12 AM 85
