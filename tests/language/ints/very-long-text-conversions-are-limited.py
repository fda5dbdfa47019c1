# very long text conversions are limited
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(lambda: len(str(10**4299)))  # expect: 4300
attempt(lambda: str(10**4300))
# expect: ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
attempt(lambda: int("1" * 4301))
# expect: ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits; use sys.set_int_max_str_digits() to increase the limit
attempt(lambda: len(hex(10**5000)))  # expect: 4155
attempt(lambda: int("1" * 4300) > 0)  # expect: True
for base in 3, 10, 36, 2, 16, 32:
    try:
        print(base, int("1" * 5000, base).bit_length())
    except ValueError as error:
        print(base, error)
# expect: 3 Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit
# expect: 10 Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit
# expect: 36 Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit
# expect: 2 5000
# expect: 16 19997
# expect: 32 24996
