# ratio and integer queries
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


print((0.75).as_integer_ratio(), (-2.0).as_integer_ratio(), (0.1).as_integer_ratio())
# expect: (3, 4) (-2, 1) (3602879701896397, 36028797018963968)
print((3.0).is_integer(), (3.5).is_integer(), float("inf").is_integer())  # expect: True False False
attempt(float("inf").as_integer_ratio)  # expect: OverflowError: cannot convert Infinity to integer ratio
attempt(float("nan").as_integer_ratio)  # expect: ValueError: cannot convert NaN to integer ratio
print((2.5).real, (2.5).imag, (2.5).conjugate(), (2.5).__trunc__(), (2.5).__floor__(), (-2.5).__ceil__())
# expect: 2.5 0.0 2.5 2 2 -2
