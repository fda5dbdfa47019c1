# math domain errors
# python: 3.14
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


import math

attempt(math.sqrt, -1)  # expect: ValueError: expected a nonnegative input, got -1.0
attempt(math.log, 0)  # expect: ValueError: expected a positive input
attempt(math.log, -1)  # expect: ValueError: expected a positive input
attempt(math.exp, 1000)  # expect: OverflowError: math range error
attempt(math.factorial, -1)  # expect: ValueError: factorial() not defined for negative values
attempt(math.factorial, 2.5)  # expect: TypeError: 'float' object cannot be interpreted as an integer
attempt(math.acos, 2)  # expect: ValueError: expected a number in range from -1 up to 1, got 2.0
attempt(math.isqrt, -1)  # expect: ValueError: isqrt() argument must be nonnegative
attempt(math.floor, "x")  # expect: TypeError: must be real number, not str
attempt(math.gcd, 1.5, 2)  # expect: TypeError: 'float' object cannot be interpreted as an integer
attempt(math.comb, -1, 2)  # expect: ValueError: n must be a non-negative integer
