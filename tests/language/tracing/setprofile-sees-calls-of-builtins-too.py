# sys.setprofile(): calls and returns, of builtins as well
import sys


def profiler(frame, event, arg):
    print(frame.f_code.co_name, event, arg.__name__ if event.startswith("c_") else arg)


def f(x):
    return len(x)


def g():
    yield 1


def h():
    raise KeyError("k")


def profiled(fn, *args):
    sys.setprofile(profiler)
    failed = None
    try:
        fn(*args)
    except Exception as e:
        failed = e
    sys.setprofile(None)
    print(repr(failed))


profiled(f, [1])
# expect: f call None
# expect: f c_call len
# expect: f c_return len
# expect: f return 1
# expect: profiled c_call setprofile
# expect: None
