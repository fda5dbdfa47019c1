# datetime arithmetic
# python: 3.14
from datetime import date, datetime, time, timedelta, timezone

d = date(2024, 2, 28)
print(d, d + timedelta(days=2), d.weekday(), d.isoformat(), d.replace(year=2023), (date(2024, 3, 1) - d).days, d.strftime("%Y/%m/%d %A %j"), date.fromisoformat("2020-01-31"), d < date(2025, 1, 1), d.timetuple().tm_yday)
# expect: 2024-02-28 2024-03-01 2 2024-02-28 2023-02-28 2 2024/02/28 Wednesday 059 2020-01-31 True 59
t = datetime(2024, 1, 31, 23, 59, 30, tzinfo=timezone.utc)
print(t + timedelta(seconds=45), t.isoformat(), repr(timedelta(days=1, hours=2)), timedelta(hours=25, minutes=-5), t.timestamp(), datetime.strptime("2021-03-04 05:06", "%Y-%m-%d %H:%M"), time(5, 6), timedelta(seconds=90) / 2, timedelta(days=1) // timedelta(hours=5))
# expect: 2024-02-01 00:00:15+00:00 2024-01-31T23:59:30+00:00 datetime.timedelta(days=1, seconds=7200) 1 day, 0:55:00 1706745570.0 2021-03-04 05:06:00 05:06:00 0:00:45 4
try:
    date(2023, 2, 29)
except ValueError as e:
    print(e)  # expect: day 29 must be in range 1..28 for month 2 in year 2023
