# types.TracebackType is the type of tracebacks and makes new ones
import types

try:
    raise ValueError
except ValueError as error:
    traceback = error.__traceback__
print(types.TracebackType)  # expect: <class 'traceback'>
print(isinstance(traceback, types.TracebackType), isinstance(None, types.TracebackType))  # expect: True False
made = types.TracebackType(None, traceback.tb_frame, 1, 2)
print(made.tb_lineno, made.tb_next, made.tb_frame is traceback.tb_frame)  # expect: 2 None True
outer = types.TracebackType(made, traceback.tb_frame, 1, 7)
print(outer.tb_next is made)  # expect: True
try:
    types.TracebackType(None, 3, 1, 2)
except TypeError as e:
    print(e)  # expect: traceback() argument 'tb_frame' must be frame, not int
