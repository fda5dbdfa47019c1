# rounding non finite values fails
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(round, float("nan"))  # expect: ValueError: cannot convert float NaN to integer
attempt(round, float("inf"))  # expect: OverflowError: cannot convert float infinity to integer
attempt(round, float("nan"), 2)  # expect: nan
attempt(round, float("-inf"), 1)  # expect: -inf
attempt(round, 1.7e308, -308)  # expect: OverflowError: rounded value too large to represent
attempt(round, 1.5, "x")  # expect: TypeError: 'str' object cannot be interpreted as an integer
attempt(round, 1.5, 1.0)  # expect: TypeError: 'float' object cannot be interpreted as an integer
