# methods return bytearrays
b = bytearray(b"a,b c")
print(b.split(b","), b.upper(), b.replace(b"a", b"z"), b.decode(), b[1:], b + b"x", b"x" + b, b.hex(), bytearray.fromhex("ff"), b.find(b"b"), bytes(b))
# expect: [bytearray(b'a'), bytearray(b'b c')] bytearray(b'A,B C') bytearray(b'z,b c') a,b c bytearray(b',b c') bytearray(b'a,b cx') b'xa,b c' 612c622063 bytearray(b'\xff') 2 b'a,b c'
print(bytearray("é", "utf-8"), bytearray(3), bytearray([1, 2]), repr(bytearray(b"it's")))
# expect: bytearray(b'\xc3\xa9') bytearray(b'\x00\x00\x00') bytearray(b'\x01\x02') bytearray(b"it\'s")
