# bytes percent
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


print(b"%d %s %b %x %c %a %r" % (1, b"ab", b"c", 255, 65, "é", 1), b"%5.1f|" % 2.25, b"%(k)d" % {b"k": 3}, bytearray(b"%d") % 5)
# expect: b"1 ab c ff A '\\xe9' 1" b'  2.2|' b'3' bytearray(b'5')
attempt(lambda: b"%s" % "x")
# expect: TypeError: %b requires a bytes-like object, or an object that implements __bytes__, not 'str'
attempt(lambda: b"%d" % b"x")  # expect: TypeError: %d format: a real number is required, not bytes
attempt(lambda: b"%c" % 256)  # expect: OverflowError: %c arg not in range(256)
attempt(lambda: b"%b" % 5)
# expect: TypeError: %b requires a bytes-like object, or an object that implements __bytes__, not 'int'
