# state attributes
import inspect


def g():
    x = 1
    yield x


it = g()
print(it.gi_running, it.gi_frame is not None, it.gi_yieldfrom, it.__name__, it.__qualname__, it.gi_code.co_name, inspect.getgeneratorstate(it))
# expect: False True None g g g GEN_CREATED
next(it)
print(inspect.getgeneratorstate(it), it.gi_frame.f_locals)  # expect: GEN_SUSPENDED {'x': 1}
list(it)
print(it.gi_frame, inspect.getgeneratorstate(it), iter(it) is it, type(it).__name__)
# expect: None GEN_CLOSED True generator
