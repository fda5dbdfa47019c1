# int rejects malformed text
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


for text in ("", " ", "1 2", "0x1", "1__0", "_1", "1_", "12a", "--1", "1.5", "\x00"):
    attempt(int, text)
# expect: ValueError: invalid literal for int() with base 10: ''
# expect: ValueError: invalid literal for int() with base 10: ' '
# expect: ValueError: invalid literal for int() with base 10: '1 2'
# expect: ValueError: invalid literal for int() with base 10: '0x1'
# expect: ValueError: invalid literal for int() with base 10: '1__0'
# expect: ValueError: invalid literal for int() with base 10: '_1'
# expect: ValueError: invalid literal for int() with base 10: '1_'
# expect: ValueError: invalid literal for int() with base 10: '12a'
# expect: ValueError: invalid literal for int() with base 10: '--1'
# expect: ValueError: invalid literal for int() with base 10: '1.5'
# expect: ValueError: invalid literal for int() with base 10: '\x00'
attempt(int, "9", 8)  # expect: ValueError: invalid literal for int() with base 8: '9'
attempt(int, "010", 0)  # expect: ValueError: invalid literal for int() with base 0: '010'
attempt(int, "1", 1)  # expect: ValueError: int() base must be >= 2 and <= 36, or 0
attempt(int, "1", 37)  # expect: ValueError: int() base must be >= 2 and <= 36, or 0
attempt(int, 1, 10)  # expect: TypeError: int() can't convert non-string with explicit base
attempt(int, "1", "x")  # expect: TypeError: 'str' object cannot be interpreted as an integer
