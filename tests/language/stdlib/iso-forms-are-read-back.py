# dates and times are read back from their ISO forms, and from nothing that only looks like them
from datetime import date, datetime, timezone


class Day(date):
    def __new__(cls, *arguments):
        print("new", arguments)
        return super().__new__(cls, *arguments)


class Moment(datetime):
    pass


class Text(str):
    pass


TEXTS = ["2024-02-29", "2023-02-29", "2024-12-31T23:59:59", "2024-12-31 23:59:59", "2024-12-31x23:59:59", "2024-12-31T24:00:00", "2024-12-31T23:60:00", "2024-01-01T00:00:00.123456",
         "2024-01-01T00:00:00.123", "2024-01-01T00:00:00,123456", "2024-01-01T00:00:00.12345a", "2024-01-01T00:00:00Z", "2024-01-01T00:00:00+00:00", "2024-01-01T00:00:00.5Z",
         "2024-01-01T00:00:00.000001+00:00", "2024-01-01T00:00:00-00:00", "2024-01-01T00:00:00+01:30", "2024-01-01T00:00:00z", "2024-01-01Z", "0001-01-01", "0000-01-01", "9999-12-31T23:59:59.999999",
         "2024-13-01", "2024-00-10", "2024-1-01", "20240101", "2024-W01-1", "2024-W01", " 2024-01-01", "2024-01-0١", "2024/01/01", "2024-01-01T", "2024-01-01T1", "2024-01-01T10", "2024-01-01T10:20",
         "2024-01-01T10-20-30", "+024-01-01", "-024-01-01", "2024-01-01T-1:00:00", "", "2024-01-01T00:00:00.000000Z", Text("2024-05-06"), Text("2024-05-06T07:08:09")]  # fmt: skip
for text in TEXTS:
    for cls in date, datetime, Moment:
        try:
            made = cls.fromisoformat(text)
            print(type(made).__name__, repr(made), end=" ; ")
        except ValueError as error:
            print(ascii(str(error)), end=" ; ")
    print()
# expect-json: "date datetime.date(2024, 2, 29) ; datetime datetime.datetime(2024, 2, 29, 0, 0) ; Moment Moment(2024, 2, 29, 0, 0) ; "
# expect-json: "'day 29 must be in range 1..28 for month 2 in year 2023' ; 'day 29 must be in range 1..28 for month 2 in year 2023' ; 'day 29 must be in range 1..28 for month 2 in year 2023' ; "
# expect-json: "\"Invalid isoformat string: '2024-12-31T23:59:59'\" ; datetime datetime.datetime(2024, 12, 31, 23, 59, 59) ; Moment Moment(2024, 12, 31, 23, 59, 59) ; "
# expect-json: "\"Invalid isoformat string: '2024-12-31 23:59:59'\" ; datetime datetime.datetime(2024, 12, 31, 23, 59, 59) ; Moment Moment(2024, 12, 31, 23, 59, 59) ; "
# expect-json: "\"Invalid isoformat string: '2024-12-31x23:59:59'\" ; datetime datetime.datetime(2024, 12, 31, 23, 59, 59) ; Moment Moment(2024, 12, 31, 23, 59, 59) ; "
# expect-json: "\"Invalid isoformat string: '2024-12-31T24:00:00'\" ; datetime datetime.datetime(2025, 1, 1, 0, 0) ; Moment Moment(2025, 1, 1, 0, 0) ; "
# expect-json: "\"Invalid isoformat string: '2024-12-31T23:60:00'\" ; 'minute must be in 0..59, not 60' ; 'minute must be in 0..59, not 60' ; "
# expect-json: "\"Invalid isoformat string: '2024-01-01T00:00:00.123456'\" ; datetime datetime.datetime(2024, 1, 1, 0, 0, 0, 123456) ; Moment Moment(2024, 1, 1, 0, 0, 0, 123456) ; "
# expect-json: "\"Invalid isoformat string: '2024-01-01T00:00:00.123'\" ; datetime datetime.datetime(2024, 1, 1, 0, 0, 0, 123000) ; Moment Moment(2024, 1, 1, 0, 0, 0, 123000) ; "
# expect-json: "\"Invalid isoformat string: '2024-01-01T00:00:00,123456'\" ; datetime datetime.datetime(2024, 1, 1, 0, 0, 0, 123456) ; Moment Moment(2024, 1, 1, 0, 0, 0, 123456) ; "
# expect-json: "\"Invalid isoformat string: '2024-01-01T00:00:00.12345a'\" ; \"Invalid isoformat string: '2024-01-01T00:00:00.12345a'\" ; \"Invalid isoformat string: '2024-01-01T00:00:00.12345a'\" ; "
# expect-json: "\"Invalid isoformat string: '2024-01-01T00:00:00Z'\" ; datetime datetime.datetime(2024, 1, 1, 0, 0, tzinfo=datetime.timezone.utc) ; Moment Moment(2024, 1, 1, 0, 0, tzinfo=datetime.timezone.utc) ; "
# expect-json: "\"Invalid isoformat string: '2024-01-01T00:00:00+00:00'\" ; datetime datetime.datetime(2024, 1, 1, 0, 0, tzinfo=datetime.timezone.utc) ; Moment Moment(2024, 1, 1, 0, 0, tzinfo=datetime.timezone.utc) ; "
# expect-json: "\"Invalid isoformat string: '2024-01-01T00:00:00.5Z'\" ; datetime datetime.datetime(2024, 1, 1, 0, 0, 0, 500000, tzinfo=datetime.timezone.utc) ; Moment Moment(2024, 1, 1, 0, 0, 0, 500000, tzinfo=datetime.timezone.utc) ; "
# expect-json: "\"Invalid isoformat string: '2024-01-01T00:00:00.000001+00:00'\" ; datetime datetime.datetime(2024, 1, 1, 0, 0, 0, 1, tzinfo=datetime.timezone.utc) ; Moment Moment(2024, 1, 1, 0, 0, 0, 1, tzinfo=datetime.timezone.utc) ; "
# expect-json: "\"Invalid isoformat string: '2024-01-01T00:00:00-00:00'\" ; datetime datetime.datetime(2024, 1, 1, 0, 0, tzinfo=datetime.timezone.utc) ; Moment Moment(2024, 1, 1, 0, 0, tzinfo=datetime.timezone.utc) ; "
# expect-json: "\"Invalid isoformat string: '2024-01-01T00:00:00+01:30'\" ; datetime datetime.datetime(2024, 1, 1, 0, 0, tzinfo=datetime.timezone(datetime.timedelta(seconds=5400))) ; Moment Moment(2024, 1, 1, 0, 0, tzinfo=datetime.timezone(datetime.timedelta(seconds=5400))) ; "
# expect-json: "\"Invalid isoformat string: '2024-01-01T00:00:00z'\" ; \"Invalid isoformat string: '2024-01-01T00:00:00z'\" ; \"Invalid isoformat string: '2024-01-01T00:00:00z'\" ; "
# expect-json: "\"Invalid isoformat string: '2024-01-01Z'\" ; \"Invalid isoformat string: '2024-01-01Z'\" ; \"Invalid isoformat string: '2024-01-01Z'\" ; "
# expect-json: "date datetime.date(1, 1, 1) ; datetime datetime.datetime(1, 1, 1, 0, 0) ; Moment Moment(1, 1, 1, 0, 0) ; "
# expect-json: "'year must be in 1..9999, not 0' ; 'year must be in 1..9999, not 0' ; 'year must be in 1..9999, not 0' ; "
# expect-json: "\"Invalid isoformat string: '9999-12-31T23:59:59.999999'\" ; datetime datetime.datetime(9999, 12, 31, 23, 59, 59, 999999) ; Moment Moment(9999, 12, 31, 23, 59, 59, 999999) ; "
# expect-json: "'month must be in 1..12, not 13' ; 'month must be in 1..12, not 13' ; 'month must be in 1..12, not 13' ; "
# expect-json: "'month must be in 1..12, not 0' ; 'month must be in 1..12, not 0' ; 'month must be in 1..12, not 0' ; "
# expect-json: "\"Invalid isoformat string: '2024-1-01'\" ; \"Invalid isoformat string: '2024-1-01'\" ; \"Invalid isoformat string: '2024-1-01'\" ; "
# expect-json: "date datetime.date(2024, 1, 1) ; datetime datetime.datetime(2024, 1, 1, 0, 0) ; Moment Moment(2024, 1, 1, 0, 0) ; "
# expect-json: "date datetime.date(2024, 1, 1) ; datetime datetime.datetime(2024, 1, 1, 0, 0) ; Moment Moment(2024, 1, 1, 0, 0) ; "
# expect-json: "date datetime.date(2024, 1, 1) ; datetime datetime.datetime(2024, 1, 1, 0, 0) ; Moment Moment(2024, 1, 1, 0, 0) ; "
# expect-json: "\"Invalid isoformat string: ' 2024-01-01'\" ; \"Invalid isoformat string: ' 2024-01-01'\" ; \"Invalid isoformat string: ' 2024-01-01'\" ; "
# expect-json: "\"Invalid isoformat string: '2024-01-0\\u0661'\" ; \"Invalid isoformat string: '2024-01-0\\u0661'\" ; \"Invalid isoformat string: '2024-01-0\\u0661'\" ; "
# expect-json: "\"Invalid isoformat string: '2024/01/01'\" ; \"Invalid isoformat string: '2024/01/01'\" ; \"Invalid isoformat string: '2024/01/01'\" ; "
# expect-json: "\"Invalid isoformat string: '2024-01-01T'\" ; \"Invalid isoformat string: '2024-01-01T'\" ; \"Invalid isoformat string: '2024-01-01T'\" ; "
# expect-json: "\"Invalid isoformat string: '2024-01-01T1'\" ; \"Invalid isoformat string: '2024-01-01T1'\" ; \"Invalid isoformat string: '2024-01-01T1'\" ; "
# expect-json: "\"Invalid isoformat string: '2024-01-01T10'\" ; datetime datetime.datetime(2024, 1, 1, 10, 0) ; Moment Moment(2024, 1, 1, 10, 0) ; "
# expect-json: "\"Invalid isoformat string: '2024-01-01T10:20'\" ; datetime datetime.datetime(2024, 1, 1, 10, 20) ; Moment Moment(2024, 1, 1, 10, 20) ; "
# expect-json: "\"Invalid isoformat string: '2024-01-01T10-20-30'\" ; \"Invalid isoformat string: '2024-01-01T10-20-30'\" ; \"Invalid isoformat string: '2024-01-01T10-20-30'\" ; "
# expect-json: "\"Invalid isoformat string: '+024-01-01'\" ; \"Invalid isoformat string: '+024-01-01'\" ; \"Invalid isoformat string: '+024-01-01'\" ; "
# expect-json: "\"Invalid isoformat string: '-024-01-01'\" ; \"Invalid isoformat string: '-024-01-01'\" ; \"Invalid isoformat string: '-024-01-01'\" ; "
# expect-json: "\"Invalid isoformat string: '2024-01-01T-1:00:00'\" ; \"Invalid isoformat string: '2024-01-01T-1:00:00'\" ; \"Invalid isoformat string: '2024-01-01T-1:00:00'\" ; "
# expect-json: "\"Invalid isoformat string: ''\" ; \"Invalid isoformat string: ''\" ; \"Invalid isoformat string: ''\" ; "
# expect-json: "\"Invalid isoformat string: '2024-01-01T00:00:00.000000Z'\" ; datetime datetime.datetime(2024, 1, 1, 0, 0, tzinfo=datetime.timezone.utc) ; Moment Moment(2024, 1, 1, 0, 0, tzinfo=datetime.timezone.utc) ; "
# expect-json: "date datetime.date(2024, 5, 6) ; datetime datetime.datetime(2024, 5, 6, 0, 0) ; Moment Moment(2024, 5, 6, 0, 0) ; "
# expect-json: "\"Invalid isoformat string: '2024-05-06T07:08:09'\" ; datetime datetime.datetime(2024, 5, 6, 7, 8, 9) ; Moment Moment(2024, 5, 6, 7, 8, 9) ; "
print(repr(Day.fromisoformat("2024-05-06")))
# expect: new (2024, 5, 6)
# expect: Day(2024, 5, 6)
for wrong in None, 5, b"2024-01-01":
    for cls in date, datetime:
        try:
            cls.fromisoformat(wrong)
        except TypeError as error:
            print("TypeError")
# expect: TypeError
# expect: TypeError
# expect: TypeError
# expect: TypeError
# expect: TypeError
# expect: TypeError
moment = datetime(2024, 1, 1, 0, 0, 0, 7, timezone.utc)
print(datetime.fromisoformat(moment.isoformat()) == moment, datetime.fromisoformat("2024-01-01T00:00:00Z").tzinfo is timezone.utc)
# expect: True True


def many(n):
    total = 0
    for i in range(n):
        day = date.fromisoformat(f"2024-{i % 12 + 1:02d}-{i % 29 + 1:02d}")
        at = datetime.fromisoformat(f"{day}T{i % 24:02d}:00:{i % 60:02d}")
        total += at.hour + at.second + day.toordinal()
    return total


print(many(400))  # expect: 295642313
