# decode errors
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(b"\xff".decode)
# expect: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
attempt(b"a\xc3".decode)
# expect: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xc3 in position 1: unexpected end of data
attempt(b"\xe2\x82x".decode)
# expect: UnicodeDecodeError: 'utf-8' codec can't decode bytes in position 0-1: invalid continuation byte
attempt(b"\xed\xa0\x80".decode)
# expect: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xed in position 0: invalid continuation byte
attempt(b"\xf8\x88".decode, "utf-8")
# expect: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xf8 in position 0: invalid start byte
attempt(b"\x80abc".decode, "ascii")
# expect: UnicodeDecodeError: 'ascii' codec can't decode byte 0x80 in position 0: ordinal not in range(128)
attempt(b"a\x00b".decode, "utf-16-le")
# expect: UnicodeDecodeError: 'utf-16-le' codec can't decode byte 0x62 in position 2: truncated data
print(b"a\xffb\xc3".decode("utf-8", "replace") == "a\ufffdb\ufffd", b"a\xffb".decode("utf-8", "ignore"), b"\xff".decode("utf-8", "backslashreplace"))
# expect: True ab \xff
print(ascii(b"\xff\xfe".decode("utf-8", "surrogateescape")), "\udcff".encode("utf-8", "surrogateescape"))
# expect: '\udcff\udcfe' b'\xff'
