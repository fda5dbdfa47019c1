# literals and repr
print(b"abc", b'it\'s', b"\x00\xff\n\t\\", b"a" b"b", rb"\n", Rb"\x", b"", b'"', b"'\"", bytes(3))
# expect: b'abc' b"it's" b'\x00\xff\n\t\\' b'ab' b'\\n' b'\\x' b'' b'"' b'\'"' b'\x00\x00\x00'
print(bytes([65, 66]), bytes(b"x"), bytes("é", "utf-8"), bytes(range(3)), bytes(bytearray(b"q")))
# expect: b'AB' b'x' b'\xc3\xa9' b'\x00\x01\x02' b'q'
