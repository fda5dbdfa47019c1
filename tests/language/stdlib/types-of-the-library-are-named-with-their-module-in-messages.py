import collections, datetime, decimal
from string.templatelib import Template
d = datetime.date(2020, 1, 2)
naive, aware = datetime.datetime(2020, 1, 1), datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
for f in (
    lambda: d + d, lambda: d.foo, lambda: setattr(datetime.date, 'x', 1), lambda: datetime.timedelta() < 1, lambda: [1][datetime.timedelta()],
    lambda: len(datetime.time()), lambda: naive < aware, lambda: naive - aware, lambda: naive == aware, lambda: 'a' + t'{1}', lambda: t'{1}' + 'a',
    lambda: divmod(datetime.timedelta(1), 'x'), lambda: round(datetime.timedelta(1)), lambda: decimal.Decimal(1) + 'x', lambda: int(collections.deque()),
    lambda: collections.defaultdict() < 1, lambda: collections.deque() + 1, lambda: format(datetime.timedelta(1), 'x'), lambda: aware - aware, lambda: aware < aware,
):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
# expect: TypeError unsupported operand type(s) for +: 'datetime.date' and 'datetime.date'
# expect: AttributeError 'datetime.date' object has no attribute 'foo'
# expect: TypeError cannot set 'x' attribute of immutable type 'datetime.date'
# expect: TypeError '<' not supported between instances of 'datetime.timedelta' and 'int'
# expect: TypeError list indices must be integers or slices, not datetime.timedelta
# expect: TypeError object of type 'datetime.time' has no len()
# expect: TypeError can't compare offset-naive and offset-aware datetimes
# expect: TypeError can't subtract offset-naive and offset-aware datetimes
# expect: False
# expect: TypeError can only concatenate str (not "string.templatelib.Template") to str
# expect: TypeError can only concatenate string.templatelib.Template (not "str") to string.templatelib.Template
# expect: TypeError unsupported operand type(s) for divmod(): 'datetime.timedelta' and 'str'
# expect: TypeError type datetime.timedelta doesn't define __round__ method
# expect: TypeError unsupported operand type(s) for +: 'decimal.Decimal' and 'str'
# expect: TypeError int() argument must be a string, a bytes-like object or a real number, not 'collections.deque'
# expect: TypeError '<' not supported between instances of 'collections.defaultdict' and 'int'
# expect: TypeError can only concatenate deque (not "int") to deque
# expect: TypeError unsupported format string passed to datetime.timedelta.__format__
# expect: 0:00:00
# expect: False
print(datetime.date.__name__, datetime.date.__qualname__, datetime.date, collections.deque.append.__qualname__, collections.deque.__name__)
# expect: date date <class 'datetime.date'> deque.append deque


class D(datetime.date):
    pass


try:
    D(2020, 1, 1) + 1
except TypeError as e:
    print(e)  # expect: unsupported operand type(s) for +: 'D' and 'int'
D.x = 1
print(D(2020, 1, 1).x)  # expect: 1
