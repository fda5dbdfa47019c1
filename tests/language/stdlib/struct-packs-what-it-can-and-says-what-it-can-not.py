# struct with formats of every kind, values that fit, that do not, and that are no numbers; buffers and offsets beyond their ends.
import struct

seed = 1


def number():
    global seed
    seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
    return seed >> 8


h = 0
values = [-1, 300, 2.5, b"abc", True, 2**63, 2**64, -(2**63), 70000, None, "x", 2**31, b"", b"c", -0.0, 128, -129, 2**48, 0]
shown = 0
for i in range(1500):
    seed = i * 7919 + 1
    format = ["<", ">", "!", "="][number() % 4] + "".join(
        ["", "2", "3", "0"][number() % 4] + "bBhHiIlLqQfd?csxp"[number() % 17] for _ in range(number() % 5)
    )
    texts = []
    try:
        size = struct.calcsize(format)
        data = bytes(number() & 255 for _ in range(size))
        fields = struct.unpack(format, data)
        texts.append(repr([x for x in fields if x == x]))
        if all(x == x for x in fields):
            texts.append(repr(struct.pack(format, *fields)))
        array = bytearray(40)
        struct.pack_into(format, array, number() % 35 - 5, *fields)
        texts.append(repr(bytes(array)) if all(x == x for x in fields) else "")
        texts.append(repr(len(struct.unpack_from(format, array, number() % 40 - 20))))
        texts.append(str(len(list(struct.iter_unpack(format, data * 2)))))
    except (struct.error, OverflowError) as e:
        texts.append(f"{type(e).__name__} {e}")
    try:
        texts.append(repr(struct.pack(format, *[values[number() % len(values)] for _ in range(len(fields))])))
    except (struct.error, OverflowError, TypeError) as e:
        texts.append(f"{type(e).__name__} {e}")
    for text in texts:
        for c in text:
            h = (h * 31 + ord(c)) % 2147483647
    if i % 100 == 0 or (i % 5 == 0 and i < 200):
        print(i, format, h, texts[-1])
# expect: 0 !L0s3dx 1407897898 error required argument is not an integer
# expect: 5 =0h2dIx 852114269 b'\x00\x00\x00\x00\x00\x17\xf1@\x00\x00\x00\x00\x00\x00\xf0\xbf\x01\x00\x00\x00\x00'
# expect: 10 < 1962959717 b''
# expect: 15 >2h 15904211 error 'h' format requires -32768 <= number <= 32767
# expect: 20 > 1681249374 b''
# expect: 25 !0f 1387489841 b''
# expect: 30 =2I0x 1658627468 error required argument is not an integer
# expect: 35 <b 431410776 error required argument is not an integer
# expect: 40 >0I2B 1524349963 error 'B' format requires 0 <= number <= 255
# expect: 45 >3b0x0s2b 1298480648 error required argument is not an integer
# expect: 50 !2?3?2p 1985461959 b'\x00\x01\x01\x01\x01\x00\x00'
# expect: 55 =q2f0B2L 1564991770 error required argument is not an integer
# expect: 60 < 1725678276 b''
# expect: 65 >3L3iss 2109319525 error required argument is not an integer
# expect: 70 > 940611895 b''
# expect: 75 !xL2f0i 1327493087 error required argument is not an integer
# expect: 80 =0f 926410427 b''
# expect: 85 <2l2h 1879869347 error required argument is not an integer
# expect: 90 >f 27889219 b'W\x80\x00\x00'
# expect: 95 !0I0c 1425884909 b''
# expect: 100 !3B3fI 20802341 error required argument is not an integer
# expect: 105 =2cq 141858776 error char format requires a bytes object of length 1
# expect: 110 <Q0c2Q 1369488665 error 'Q' format requires 0 <= number <= 18446744073709551615
# expect: 115 > 385843054 b''
# expect: 120 !3q2q3Il 1808606345 error required argument is not an integer
# expect: 125 ! 1988060451 b''
# expect: 130 =p 474905770 error argument for 'p' must be a bytes object
# expect: 135 < 761964104 b''
# expect: 140 >2L 1777579362 error 'L' format requires 0 <= number <= 4294967295
# expect: 145 !d3h 493769794 error required argument is not an integer
# expect: 150 !0l2b 416929791 error 'b' format requires -128 <= number <= 127
# expect: 155 =3hs3? 2118501379 error 'h' format requires -32768 <= number <= 32767
# expect: 160 <2s0ds3q 767613181 error argument for 's' must be a bytes object
# expect: 165 >Q2Q0p 463958785 error required argument is not an integer
# expect: 170 !0sl2f2x 583278603 error required argument is not an integer
# expect: 175 ! 1857652411 b''
# expect: 180 =2I3B3s2I 297080285 error required argument is not an integer
# expect: 185 < 1547827484 b''
# expect: 190 > 814238193 b''
# expect: 195 !2b 955897765 error required argument is not an integer
# expect: 200 !?2x 271313234 b'\x01\x00\x00'
# expect: 300 =3l 1902580232 error required argument is not an integer
# expect: 400 =b3p2f0c 744551604 error argument for 'p' must be a bytes object
# expect: 500 =3d2H0i 1786833884 error 'H' format requires 0 <= number <= 65535
# expect: 600 =Iq 369810771 b'\x80\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00'
# expect: 700 =3b 109170832 error required argument is not an integer
# expect: 800 <h3Qf2h 909392965 error required argument is not an integer
# expect: 900 <0c2c0H 1803816678 error char format requires a bytes object of length 1
# expect: 1000 <2Lf 200663605 error 'L' format requires 0 <= number <= 4294967295
# expect: 1100 < 1837024861 b''
# expect: 1200 <2?3h0Bb 1707757042 error required argument is not an integer
# expect: 1300 <0l2x3H 778887157 error 'H' format requires 0 <= number <= 65535
# expect: 1400 >2bH 15343817 error 'b' format requires -128 <= number <= 127
point = struct.Struct("<hh")
print(point.pack(1, -2), point.unpack(b"\1\0\xfe\xff"), point.size, point.format)
# expect: b'\x01\x00\xfe\xff' (1, -2) 4 <hh
for f in [lambda: point.pack(1), lambda: point.unpack(b"abc"), lambda: point.unpack_from(b"abcde", 2), lambda: struct.unpack("<h", memoryview(b"\1\0")), lambda: struct.unpack("<h", "ab"),
          lambda: point.pack_into(bytearray(3), 0, 1, 2), lambda: point.pack_into(b"abcd", 0, 1, 2), lambda: struct.pack("<h", 1.0), lambda: struct.pack(b"<h", 5), lambda: struct.pack("z", 1)]:
    try:
        print(f())
    except (struct.error, TypeError) as e:
        print(type(e).__name__, e)
# expect: error pack expected 2 items for packing (got 1)
# expect: error unpack requires a buffer of 4 bytes
# expect: error unpack_from requires a buffer of at least 6 bytes for unpacking 4 bytes at offset 2 (actual buffer size is 5)
# expect: (1,)
# expect: TypeError a bytes-like object is required, not 'str'
# expect: error pack_into requires a buffer of at least 4 bytes for packing 4 bytes at offset 0 (actual buffer size is 3)
# expect: TypeError argument must be read-write bytes-like object, not bytes
# expect: error required argument is not an integer
# expect: b'\x05\x00'
# expect: error bad char in struct format


class Index:
    def __index__(self):
        return 7

    def __float__(self):
        return 1.5

    def __bool__(self):
        return True


print(struct.pack("<id?", Index(), Index(), Index()), struct.unpack("<d", struct.pack("<d", float("nan")))[0] != 0)
# expect: b'\x07\x00\x00\x00\x00\x00\x00\x00\x00\x00\xf8?\x01' True
