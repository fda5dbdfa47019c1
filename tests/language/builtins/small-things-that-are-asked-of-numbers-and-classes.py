# math.sumprod's two ways to add, huge bases, float.from_number, contexts, a class whose module is set
import contextvars
import math
import os
import warnings


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


show(math.sumprod, [-5, -5, 10], [1.5, 4611686018427387904, 2305843009213693952])  # expect: 0.0
show(math.sumprod, [10, 20, 30], (1, 2, 3))  # expect: 140
show(math.sumprod, [1.5, 2.5], [3.5, 4])  # expect: 15.25
show(math.sumprod, [0.1] * 10, [1] * 10)  # expect: 1.0
show(math.sumprod, [2**62, 2**62, 1], [2, 2, 1])  # expect: 18446744073709551617
show(math.sumprod, [1e308, 1e308, -1e308], [10.0, 1.0, 10.0])  # expect: nan
show(math.sumprod, [float("inf"), 1], [0.0, 1])  # expect: nan
show(math.sumprod, [-0.0], [1.0])  # expect: 0.0
show(math.sumprod, [], [])  # expect: 0
show(math.sumprod, [True, 2.0], [3, False])  # expect: 3.0
show(math.sumprod, [1], [1, 2])  # expect: ValueError Inputs are not the same length
show(math.sumprod, [10**400, 1.0], [1.0, 1])  # expect: OverflowError int too large to convert to float
show(math.sumprod, ["a"], [3])  # expect: TypeError unsupported operand type(s) for +: 'int' and 'str'
show(int, "42", 2**100)  # expect: ValueError int() base must be >= 2 and <= 36, or 0
show(int, "42", -(2**100))  # expect: ValueError int() base must be >= 2 and <= 36, or 0
show(float.from_number, b"3.14")  # expect: TypeError must be real number, not bytes
show(float.from_number, 3)  # expect: 3.0
show(contextvars.Context, 1)  # expect: TypeError Context() does not accept any arguments
show(contextvars.Context, a=1)  # expect: TypeError Context() does not accept any arguments
show(contextvars.ContextVar)  # expect: TypeError ContextVar() takes exactly 1 positional argument (0 given)
show(contextvars.Context().run)  # expect: TypeError run() missing 1 required positional argument
show(lambda: type("C", (contextvars.Context,), {}))
# expect: TypeError type '_contextvars.Context' is not an acceptable base type


class Line:
    pass


print("__firstlineno__" in Line.__dict__)  # expect: True
Line.__module__ = "elsewhere"
print("__firstlineno__" in Line.__dict__)  # expect: False
with warnings.catch_warnings():
    warnings.simplefilter("error", RuntimeWarning)
    show(os.fdopen, True)  # expect: RuntimeWarning bool is used as a file descriptor
