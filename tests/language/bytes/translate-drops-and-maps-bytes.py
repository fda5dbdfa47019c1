# translate() with a table of 256 bytes or None, and bytes to leave out
table = bytes(range(255, -1, -1))


class Named(bytes):
    pass


print(b"abc".translate(None), b"hello".translate(None, b"l"), b"abc".translate(table), b"abc".translate(table, b"b"), b"".translate(table))
# expect: b'abc' b'heo' b'\x9e\x9d\x9c' b'\x9e\x9c' b''
print(b"hello".translate(None, delete=b"hello"), b"ends".translate(None, delete=bytearray(b"s")), bytes(range(256)).translate(table) == table)
# expect: b'' b'end' True
print(bytearray(b"abc").translate(table, b"c"), Named(b"abc").translate(None), type(Named(b"a").translate(None)) is bytes)
# expect: bytearray(b'\x9e\x9d') b'abc' True
print(b"abc".translate(memoryview(table)), b"abc".translate(Named(table), Named(b"a")))
# expect: b'\x9e\x9d\x9c' b'\x9d\x9c'
for arguments in ((b"short",), (5,), ("x",), (table, "a"), (None, None)):
    try:
        print(b"abc".translate(*arguments))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
# expect: ValueError translation table must be 256 characters long
# expect: TypeError a bytes-like object is required, not 'int'
# expect: TypeError a bytes-like object is required, not 'str'
# expect: TypeError a bytes-like object is required, not 'str'
# expect: TypeError a bytes-like object is required, not 'NoneType'
