# format rejects int codes
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


for spec in ("d", "x", "b", "c", "s", "o", ",s", ".f", "5.q"):
    attempt(format, 1.5, spec)
# expect: ValueError: Unknown format code 'd' for object of type 'float'
# expect: ValueError: Unknown format code 'x' for object of type 'float'
# expect: ValueError: Unknown format code 'b' for object of type 'float'
# expect: ValueError: Unknown format code 'c' for object of type 'float'
# expect: ValueError: Unknown format code 's' for object of type 'float'
# expect: ValueError: Unknown format code 'o' for object of type 'float'
# expect: ValueError: Cannot specify ',' with 's'.
# expect: ValueError: Format specifier missing precision
# expect: ValueError: Format specifier missing precision
