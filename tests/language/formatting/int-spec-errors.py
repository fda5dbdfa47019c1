# int spec errors
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


for spec in ("s", ".2d", ",x", "_c", "q", "+c", "#c", "5.3x", ",_", "__", "é", "10 "):
    attempt(format, 42, spec)
# expect: ValueError: Unknown format code 's' for object of type 'int'
# expect: ValueError: Precision not allowed in integer format specifier
# expect: ValueError: Cannot specify ',' with 'x'.
# expect: ValueError: Cannot specify '_' with 'c'.
# expect: ValueError: Unknown format code 'q' for object of type 'int'
# expect: ValueError: Sign not allowed with integer format specifier 'c'
# expect: ValueError: Alternate form (#) not allowed with integer format specifier 'c'
# expect: ValueError: Precision not allowed in integer format specifier
# expect: ValueError: Cannot specify both ',' and '_'.
# expect: ValueError: Cannot specify '_' with '_'.
# expect: ValueError: Unknown format code '\xe9' for object of type 'int'
# expect: ValueError: Unknown format code '\x20' for object of type 'int'
attempt(format, -1, "c")  # expect: OverflowError: %c arg not in range(0x110000)
attempt(format, 0x110000, "c")  # expect: OverflowError: %c arg not in range(0x110000)
attempt(format, 10**400, "f")  # expect: OverflowError: int too large to convert to float
