# struct and binascii
import binascii
import struct

print(struct.pack("<IhB", 1, -2, 255), struct.unpack(">HH", b"\x00\x01\x00\x02"), struct.calcsize("<qd"), struct.pack("3s?f", b"ab", True, 1.5)[:4], struct.unpack("<d", struct.pack("<d", 3.14)), list(struct.iter_unpack("<H", b"\x01\x00\x02\x00")))
# expect: b'\x01\x00\x00\x00\xfe\xff\xff' (1, 2) 16 b'ab\x00\x01' (3.14,) [(1,), (2,)]
print(binascii.hexlify(b"\x01\xff"), binascii.crc32(b"hello"), binascii.b2a_base64(b"hi"))
# expect: b'01ff' 907060870 b'aGk=\n'
import base64

print(base64.b64encode(b"hello"), base64.b64decode("aGk="), base64.urlsafe_b64encode(b"\xff\xfe"), base64.b16encode(b"\x0f"), base64.b32encode(b"hi"))
# expect: b'aGVsbG8=' b'hi' b'__4=' b'0F' b'NBUQ===='
try:
    struct.pack("B", 256)
except struct.error as e:
    print(e)  # expect: 'B' format requires 0 <= number <= 255
