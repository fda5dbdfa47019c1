# calendar and locale free text
import calendar

print(calendar.month(2024, 2))
# expect-json: "   February 2024"
# expect: Mo Tu We Th Fr Sa Su
# expect-json: "          1  2  3  4"
# expect-json: " 5  6  7  8  9 10 11"
# expect: 12 13 14 15 16 17 18
# expect: 19 20 21 22 23 24 25
# expect: 26 27 28 29
# expect:
print(calendar.isleap(2000), calendar.monthrange(2023, 2), calendar.day_name[0], list(calendar.month_abbr)[1:4])
# expect: True (calendar.WEDNESDAY, 28) Monday ['Jan', 'Feb', 'Mar']
