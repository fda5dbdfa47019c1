# time sleep takes every kind of number
import time

for seconds in (0, 0.001, -0.0, 1e-9, False):
    before = time.monotonic()
    time.sleep(seconds)
    print(time.monotonic() - before >= seconds)
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
for bad in (-1, float("nan")):
    try:
        time.sleep(bad)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
# expect: ValueError sleep length must be non-negative
# expect: ValueError Invalid value NaN (not a number)
