# time and sys basics
# python: 3.14
import sys
import time

a = time.perf_counter_ns()
b = time.monotonic()
time.sleep(0)
print(time.perf_counter_ns() >= a, time.monotonic() >= b, time.time() > 1e9, isinstance(time.time_ns(), int), time.gmtime(0)[:6], time.strftime("%Y-%m-%d", time.gmtime(86400 * 365)))
# expect: True True True True (1970, 1, 1, 0, 0, 0) 1971-01-01
print(sys.version_info[:2], sys.version_info >= (3, 14), sys.byteorder, sys.maxunicode, isinstance(sys.path, list), sys.argv.__class__.__name__, sys.modules["sys"] is sys, sys.intern("abc") == "abc", sys.float_info.max, sys.float_info.epsilon, sys.implementation.name.__class__.__name__, isinstance(sys.getsizeof([]), int))
# expect: (3, 14) True little 1114111 True list True True 1.7976931348623157e+308 2.220446049250313e-16 str True
