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
