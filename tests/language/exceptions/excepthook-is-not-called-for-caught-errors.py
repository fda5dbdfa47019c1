# excepthook is not called for caught errors
import sys

print(callable(sys.excepthook))  # expect: True
try:
    raise ValueError
except:
    print("bare except catches", sys.exception().__class__.__name__)  # expect: bare except catches ValueError
try:
    raise KeyboardInterrupt
except BaseException as e:
    print(repr(e))  # expect: KeyboardInterrupt()
