# ascii bin hex oct chr ord
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


print(ascii("é€😀'\n"), ascii(["é"]), ascii(5), bin(5), bin(-5), hex(255), oct(8), chr(97), ord("a"))
# expect: "\xe9\u20ac\U0001f600'\n" ['\xe9'] 5 0b101 -0b101 0xff 0o10 a 97
attempt(bin, 1.5)  # expect: TypeError: 'float' object cannot be interpreted as an integer
attempt(hex, "5")  # expect: TypeError: 'str' object cannot be interpreted as an integer
attempt(oct, None)  # expect: TypeError: 'NoneType' object cannot be interpreted as an integer
attempt(chr, 1.0)  # expect: TypeError: 'float' object cannot be interpreted as an integer
attempt(ord, 97)  # expect: TypeError: ord() expected string of length 1, but int found
attempt(ascii)  # expect: TypeError: ascii() takes exactly one argument (0 given)
