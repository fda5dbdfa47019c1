# percent errors
# python: 3.14
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(lambda: "%d" % "x")  # expect: TypeError: %d format: a real number is required, not str
attempt(lambda: "%s %s" % 1)  # expect: TypeError: not enough arguments for format string
attempt(lambda: "%s" % (1, 2))  # expect: TypeError: not all arguments converted during string formatting
attempt(lambda: "%z" % 1)  # expect: ValueError: unsupported format character 'z' (0x7a) at index 1
attempt(lambda: "%" % 1)  # expect: ValueError: incomplete format
attempt(lambda: "%(a)s" % 5)  # expect: TypeError: format requires a mapping
attempt(lambda: "%(a)s" % {})  # expect: KeyError: 'a'
attempt(lambda: "%(a" % {})  # expect: ValueError: incomplete format key
attempt(lambda: "%c" % "ab")
# expect: TypeError: %c requires an int or a unicode character, not a string of length 2
attempt(lambda: "%c" % 0x110000)  # expect: OverflowError: %c arg not in range(0x110000)
attempt(lambda: "%x" % 1.5)  # expect: TypeError: %x format: an integer is required, not float
attempt(lambda: "%f" % "x")  # expect: TypeError: must be real number, not str
attempt(lambda: "%*d" % ("x", 1))  # expect: TypeError: * wants int
attempt(lambda: "plain" % 1)  # expect: TypeError: not all arguments converted during string formatting
