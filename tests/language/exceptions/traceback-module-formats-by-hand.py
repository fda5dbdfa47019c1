# traceback module formats by hand
import traceback


def f():
    raise ValueError("v")


try:
    f()
except ValueError as e:
    print(traceback.format_exception_only(e), len(traceback.extract_tb(e.__traceback__)))
    for frame in traceback.extract_tb(e.__traceback__):
        print(frame.name, frame.lineno, frame.line)
    print(traceback.format_exc().splitlines()[0], traceback.format_exc().splitlines()[-1])
# expect: ['ValueError: v\n'] 2
# expect: <module> 10 f()
# expect: f 6 raise ValueError("v")
# expect: Traceback (most recent call last): ValueError: v
