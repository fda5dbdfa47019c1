# datetime.timestamp() of naive times, folds and gaps too; os.stat of what is not there
import os
import time
from datetime import datetime, timedelta, timezone

os.environ["TZ"] = "UTC"
if hasattr(time, "tzset"):
    time.tzset()
for t in [datetime(1970, 1, 1), datetime(2001, 9, 9, 1, 46, 40, 5), datetime(2024, 2, 29, 23, 59, 59, 999999), datetime(1969, 12, 31, 23, 59), datetime(3, 1, 1), datetime(9998, 1, 1), datetime(2020, 1, 1, fold=1)]:
    print(t.timestamp(), datetime.fromtimestamp(t.timestamp()) == t)
# expect: 0.0 True
# expect: 1000000000.000005 True
# expect: 1709251199.999999 True
# expect: -60.0 True
# expect: -62072524800.0 True
# expect: 253339228800.0 True
# expect: 1577836800.0 True


class Sub(datetime):
    pass


print(Sub(2020, 5, 6).timestamp(), datetime(2020, 5, 6, tzinfo=timezone(timedelta(hours=2))).timestamp())
# expect: 1588723200.0 1588716000.0
for path in ["/nowhere/at/all", ""]:
    for call in (os.stat, os.lstat):
        try:
            call(path)
        except OSError as e:
            print(type(e).__name__, e.strerror, repr(e.filename))
    print(os.path.exists(path), os.path.isfile(path), os.path.lexists(path))
# expect: FileNotFoundError No such file or directory '/nowhere/at/all'
# expect: FileNotFoundError No such file or directory '/nowhere/at/all'
# expect: False False False
# expect: FileNotFoundError No such file or directory ''
# expect: FileNotFoundError No such file or directory ''
# expect: False False False
