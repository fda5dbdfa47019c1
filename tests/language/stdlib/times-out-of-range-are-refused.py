import time
for v in (1e300, -1e300, 2**70, 2**63, float("inf"), float("nan")):
    try:
        print(time.gmtime(v))
    except Exception as e:
        print(type(e).__name__, e)
    try:
        print(time.ctime(v))
    except Exception as e:
        print(type(e).__name__, e)
# expect: OverflowError timestamp out of range for platform time_t
# expect: OverflowError timestamp out of range for platform time_t
# expect: OverflowError timestamp out of range for platform time_t
# expect: OverflowError timestamp out of range for platform time_t
# expect: OverflowError timestamp out of range for platform time_t
# expect: OverflowError timestamp out of range for platform time_t
# expect: OverflowError timestamp out of range for platform time_t
# expect: OverflowError timestamp out of range for platform time_t
# expect: OverflowError timestamp out of range for platform time_t
# expect: OverflowError timestamp out of range for platform time_t
# expect: ValueError Invalid value NaN (not a number)
# expect: ValueError Invalid value NaN (not a number)
print(time.gmtime(253402300800)[:6], time.gmtime(-62135596800)[:6], time.gmtime(1.9)[:6], time.gmtime(-0.5)[:6])
# expect: (10000, 1, 1, 0, 0, 0) (1, 1, 1, 0, 0, 0) (1970, 1, 1, 0, 0, 1) (1969, 12, 31, 23, 59, 59)
