# bytes() and bytearray() of ranges: all that are bytes, and what is not
class B(bytes):
    pass


for r in [range(0), range(1), range(255, 256), range(2), range(256), range(255, -1, -1), range(0, 256, 255), range(10, 0, -3), range(257), range(-1, 5), range(5, -2, -1), range(0, 2**70, 2**69), range(2**70, 2**70 + 2),
          range(0, 2**63, 2**62), range(300, 302), range(0, 1000, 250), range(-(2**63), 2**63, 2**62)]:  # fmt: skip
    for kind in (bytes, bytearray, B):
        try:
            made = kind(r)
            print(type(made).__name__, len(made), list(made) == list(r), made[:3], hash(bytes(made)) == hash(bytes(list(r))))
        except (ValueError, OverflowError) as e:
            print(type(e).__name__, e)
# expect: bytes 0 True b'' True
# expect: bytearray 0 True bytearray(b'') True
# expect: B 0 True b'' True
# expect: bytes 1 True b'\x00' True
# expect: bytearray 1 True bytearray(b'\x00') True
# expect: B 1 True b'\x00' True
# expect: bytes 1 True b'\xff' True
# expect: bytearray 1 True bytearray(b'\xff') True
# expect: B 1 True b'\xff' True
# expect: bytes 2 True b'\x00\x01' True
# expect: bytearray 2 True bytearray(b'\x00\x01') True
# expect: B 2 True b'\x00\x01' True
# expect: bytes 256 True b'\x00\x01\x02' True
# expect: bytearray 256 True bytearray(b'\x00\x01\x02') True
# expect: B 256 True b'\x00\x01\x02' True
# expect: bytes 256 True b'\xff\xfe\xfd' True
# expect: bytearray 256 True bytearray(b'\xff\xfe\xfd') True
# expect: B 256 True b'\xff\xfe\xfd' True
# expect: bytes 2 True b'\x00\xff' True
# expect: bytearray 2 True bytearray(b'\x00\xff') True
# expect: B 2 True b'\x00\xff' True
# expect: bytes 4 True b'\n\x07\x04' True
# expect: bytearray 4 True bytearray(b'\n\x07\x04') True
# expect: B 4 True b'\n\x07\x04' True
# expect: ValueError bytes must be in range(0, 256)
# expect: ValueError byte must be in range(0, 256)
# expect: ValueError bytes must be in range(0, 256)
# expect: ValueError bytes must be in range(0, 256)
# expect: ValueError byte must be in range(0, 256)
# expect: ValueError bytes must be in range(0, 256)
# expect: ValueError bytes must be in range(0, 256)
# expect: ValueError byte must be in range(0, 256)
# expect: ValueError bytes must be in range(0, 256)
# expect: ValueError bytes must be in range(0, 256)
# expect: ValueError byte must be in range(0, 256)
# expect: ValueError bytes must be in range(0, 256)
# expect: ValueError bytes must be in range(0, 256)
# expect: ValueError byte must be in range(0, 256)
# expect: ValueError bytes must be in range(0, 256)
# expect: ValueError bytes must be in range(0, 256)
# expect: ValueError byte must be in range(0, 256)
# expect: ValueError bytes must be in range(0, 256)
# expect: ValueError bytes must be in range(0, 256)
# expect: ValueError byte must be in range(0, 256)
# expect: ValueError bytes must be in range(0, 256)
# expect: ValueError bytes must be in range(0, 256)
# expect: ValueError byte must be in range(0, 256)
# expect: ValueError bytes must be in range(0, 256)
# expect: ValueError bytes must be in range(0, 256)
# expect: ValueError byte must be in range(0, 256)
# expect: ValueError bytes must be in range(0, 256)
