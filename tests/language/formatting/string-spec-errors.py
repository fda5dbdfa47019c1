# string spec errors
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


for spec in ("d", "=5", "+", ",", "_", "#", "05.", "x", " ", "z", ".-1"):
    attempt(format, "ab", spec)
# expect: ValueError: Unknown format code 'd' for object of type 'str'
# expect: ValueError: '=' alignment not allowed in string format specifier
# expect: ValueError: Sign not allowed in string format specifier
# expect: ValueError: Cannot specify ',' with 's'.
# expect: ValueError: Cannot specify '_' with 's'.
# expect: ValueError: Alternate form (#) not allowed in string format specifier
# expect: ValueError: Format specifier missing precision
# expect: ValueError: Unknown format code 'x' for object of type 'str'
# expect: ValueError: Space not allowed in string format specifier
# expect: ValueError: Negative zero coercion (z) not allowed in string format specifier
# expect: ValueError: Format specifier missing precision
