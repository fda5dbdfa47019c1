# sys.settrace(): the function hears of calls, then its answer of lines, exceptions and returns
import sys


def tracer(frame, event, arg):
    if event == "exception":
        arg = (arg[0].__name__, str(arg[1]))
    print(frame.f_code.co_name, event, frame.f_lineno - frame.f_code.co_firstlineno, arg)
    return tracer


def loop(x):
    y = 1
    for i in range(2):
        y += i
    return y


def numbers():
    yield 1
    yield 2


def outer():
    inner()


def inner():
    raise ValueError("k")


class C:
    def __init__(self):
        self.x = 1

    def __repr__(self):
        return "C"


def count():
    n = 2
    while n:
        n -= 1
    x = lambda: 5
    return x()


def closing():
    it = numbers()
    next(it)
    it.close()


def watched(fn, *args):
    sys.settrace(tracer)
    try:
        result = fn(*args)
    except Exception as e:
        result = e
    sys.settrace(None)
    print(result)


watched(loop, 1)
# expect: loop call 0 None
# expect: loop line 1 None
# expect: loop line 2 None
# expect: loop line 3 None
# expect: loop line 2 None
# expect: loop line 3 None
# expect: loop line 2 None
# expect: loop line 4 None
# expect: loop return 4 2
# expect: 2
watched(outer)
# expect: outer call 0 None
# expect: outer line 1 None
# expect: inner call 0 None
# expect: inner line 1 None
# expect: inner exception 1 ('ValueError', 'k')
# expect: inner return 1 None
# expect: outer exception 1 ('ValueError', 'k')
# expect: outer return 1 None
# expect: k
watched(count)
# expect: count call 0 None
# expect: count line 1 None
# expect: count line 2 None
# expect: count line 3 None
# expect: count line 2 None
# expect: count line 3 None
# expect: count line 2 None
# expect: count line 4 None
# expect: count line 5 None
# expect: <lambda> call 0 None
# expect: <lambda> line 0 None
# expect: <lambda> return 0 5
# expect: count return 5 5
# expect: 5
watched(lambda: repr(C()))
# expect: <lambda> call 0 None
# expect: <lambda> line 0 None
# expect: __init__ call 0 None
# expect: __init__ line 1 None
# expect: __init__ return 1 None
# expect: __repr__ call 0 None
# expect: __repr__ line 1 None
# expect: __repr__ return 1 C
# expect: <lambda> return 0 C
# expect: C
watched(lambda: list(numbers()))
# expect: <lambda> call 0 None
# expect: <lambda> line 0 None
# expect: numbers call 0 None
# expect: numbers line 1 None
# expect: numbers return 1 1
# expect: numbers call 1 None
# expect: numbers line 2 None
# expect: numbers return 2 2
# expect: numbers call 2 None
# expect: numbers return 2 None
# expect: <lambda> return 0 [1, 2]
# expect: [1, 2]
watched(closing)
# expect: closing call 0 None
# expect: closing line 1 None
# expect: closing line 2 None
# expect: numbers call 0 None
# expect: numbers line 1 None
# expect: numbers return 1 1
# expect: closing line 3 None
# expect: numbers call 1 None
# expect: numbers exception 1 ('GeneratorExit', '')
# expect: numbers return 1 None
# expect: closing return 3 None
# expect: None
print(sys.gettrace())  # expect: None


def failing(frame, event, arg):
    if event == "line":
        raise RuntimeError("from the trace function")
    return failing


sys.settrace(failing)
try:
    count()
except RuntimeError as e:
    print(e, sys.gettrace())  # expect: from the trace function None
