# tracebacks hold frames until they are dropped
import sys


class Loud:
    def __del__(self):
        print("del")


def fail():
    loud = Loud()
    raise ValueError("x")


try:
    fail()
except ValueError as error:
    kept = error
print("kept", sys.exception())  # expect: kept None
print(kept.__traceback__.tb_next.tb_frame.f_locals["loud"] is not None, kept.__traceback__.tb_next.tb_lineno)
# expect: True 12
kept.__traceback__ = None  # expect: del
print("dropped")  # expect: dropped
try:
    fail()
except ValueError:
    pass  # expect: del
print("after pass")  # expect: after pass
def nested():
    try:
        fail()
    except ValueError:
        try:
            1 / 0
        except ZeroDivisionError:
            return repr(sys.exception())
print(nested(), sys.exception())
# expect: del
# expect: ZeroDivisionError('division by zero') None
