import os
import shutil
import tempfile
import time

with tempfile.TemporaryDirectory() as folder:
    a, b = os.path.join(folder, "a"), os.path.join(folder, "b")
    open(a, "w").close()
    os.utime(a, (1.5, 2.5))
    print(os.stat(a).st_mtime, os.stat(a).st_mtime_ns)
    os.utime(a, (1, 2))
    print(os.stat(a).st_atime, os.stat(a).st_mtime)
    os.utime(a, ns=(10**18, 10**18 + 5 * 10**8))
    shutil.copy2(a, b)
    print(os.stat(b).st_mtime)
    for times in (5, (1,), [1, 2]):
        try:
            os.utime(a, times)
        except TypeError as e:
            print(e)
# expect: 2.5 2500000000
# expect: 1.0 2.0
# expect: 1000000000.5
# expect: utime: 'times' must be either a tuple of two ints or None
# expect: utime: 'times' must be either a tuple of two ints or None
# expect: utime: 'times' must be either a tuple of two ints or None
print(time.strftime("%z", time.gmtime(0)))  # expect: +0000
try:
    time.localtime(1e200)
except OverflowError as e:
    print(type(e))  # expect: <class 'OverflowError'>
