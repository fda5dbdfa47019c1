# binascii and zlib: texts of all lengths there and back, padding that is wrong, check sums that go on
import base64
import binascii
import zlib
for n in range(40):
    data = bytes(range(200 - n, 200))
    text = base64.b64encode(data)
    if base64.b64decode(text) != data or binascii.a2b_base64(text.decode() + "\n") != data or binascii.b2a_base64(bytearray(data)) != text + b"\n":
        print("differs", n)
    if zlib.crc32(data[n // 2:], zlib.crc32(data[:n // 2])) != binascii.crc32(data) or zlib.adler32(data[n // 2:], zlib.adler32(data[:n // 2])) != zlib.adler32(data):
        print("sum differs", n)
print(zlib.crc32(b"hello"), zlib.crc32(b"hello", 7), zlib.crc32(b""), zlib.crc32(b"a" * 10000), zlib.adler32(b"hello"), zlib.adler32(b"z" * 10000, 5))
# expect: 907060870 2217769622 0 1182717079 103547413 4273708723
print(zlib.crc32(memoryview(b"hello")), zlib.crc32(b"x", -1), zlib.crc32(b"x", 2**40 + 3))
# expect: 907060870 2703296241 366298937
print(binascii.b2a_base64(b"abc", newline=False), binascii.b2a_base64(b""), binascii.b2a_base64(b"", newline=False))
# expect: b'YWJj' b'\n' b''
for text in ("YWJj", "YW Jj", "YWI=", "YQ==", "YQ=", "YQ", "====", "Y===", b"YWJj\n", "AAAA=", "AB=C", "", "\n", "é", "YWJj====", "YW==YWJj"):
    try:
        print(repr(text), binascii.a2b_base64(text))
    except Exception as error:
        print(repr(text), type(error).__name__, error)
# expect: 'YWJj' b'abc'
# expect: 'YW Jj' b'abc'
# expect: 'YWI=' b'ab'
# expect: 'YQ==' b'a'
# expect: 'YQ=' Error Incorrect padding
# expect: 'YQ' Error Incorrect padding
# expect: '====' b''
# expect: 'Y===' Error Invalid base64-encoded string: number of data characters (1) cannot be 1 more than a multiple of 4
# expect: b'YWJj\n' b'abc'
# expect: 'AAAA=' b'\x00\x00\x00'
# expect: 'AB=C' Error Incorrect padding
# expect: '' b''
# expect: '\n' b''
# expect: 'é' ValueError string argument should contain only ASCII characters
# expect: 'YWJj====' b'abc'
# expect: 'YW==YWJj' b'a'
for call in (lambda: zlib.crc32("a"), lambda: binascii.b2a_base64("a"), lambda: zlib.crc32(b"", "x")):
    try:
        call()
    except TypeError as error:
        print(error)
# expect: a bytes-like object is required, not 'str'
# expect: a bytes-like object is required, not 'str'
# expect: 'str' object cannot be interpreted as an integer
