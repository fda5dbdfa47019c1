# chr and ord limits
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


print(chr(65), chr(233), ascii(chr(0x10FFFF)), ord("A"), ord("😀"), ord(b"x"), ord(bytearray(b"y")))
# expect: A é '\U0010ffff' 65 128512 120 121
attempt(chr, -1)  # expect: ValueError: chr() arg not in range(0x110000)
attempt(chr, 0x110000)  # expect: ValueError: chr() arg not in range(0x110000)
attempt(chr, "a")  # expect: TypeError: 'str' object cannot be interpreted as an integer
attempt(ord, "ab")  # expect: TypeError: ord() expected a character, but string of length 2 found
attempt(ord, "")  # expect: TypeError: ord() expected a character, but string of length 0 found
attempt(ord, 5)  # expect: TypeError: ord() expected string of length 1, but int found
