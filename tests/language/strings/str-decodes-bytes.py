# str decodes bytes
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


print(str(b"abc", "ascii"), str(b"\xc3\xa9", "utf-8"), str(b"\xff", "latin-1"), str(b"\xff", "utf-8", "replace"), str(b"abc"), str(object=5), str())
# expect-json: "abc \u00e9 \u00ff \ufffd b'abc' 5 "
attempt(str, b"\xff", "utf-8")
# expect: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
attempt(str, "abc", "utf-8")  # expect: TypeError: decoding str is not supported
attempt(str, 5, "utf-8")  # expect: TypeError: decoding to str: need a bytes-like object, int found
