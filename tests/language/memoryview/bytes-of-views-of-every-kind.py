# the bytes of a view, whole or a part, in one piece or scattered, over bytes, bytearrays and arrays
import array

data = bytes(range(48))


class Bytes(bytes):
    pass


class ByteArray(bytearray):
    pass


for source in data, bytearray(data), Bytes(data), ByteArray(data), array.array("B", data), array.array("i", [1, -2, 3]):
    view = memoryview(source)
    for part in view, view[2:], view[1:7], view[5:2], view[::2], view[::-1], view[-3:], view[1:2][0:1], view[3:3], view[0:0]:
        print(part.tobytes().hex(), bytes(part) == part.tobytes(), bytearray(part) == part.tobytes(), len(part), part.shape, part.strides, part.contiguous)
# expect: 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f True True 48 (48,) (1,) True
# expect: 02030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f True True 46 (46,) (1,) True
# expect: 010203040506 True True 6 (6,) (1,) True
# expect-json: " True True 0 (0,) (1,) True"
# expect: 00020406080a0c0e10121416181a1c1e20222426282a2c2e True True 24 (24,) (2,) False
# expect: 2f2e2d2c2b2a292827262524232221201f1e1d1c1b1a191817161514131211100f0e0d0c0b0a09080706050403020100 True True 48 (48,) (-1,) False
# expect: 2d2e2f True True 3 (3,) (1,) True
# expect: 01 True True 1 (1,) (1,) True
# expect-json: " True True 0 (0,) (1,) True"
# expect-json: " True True 0 (0,) (1,) True"
# expect: 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f True True 48 (48,) (1,) True
# expect: 02030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f True True 46 (46,) (1,) True
# expect: 010203040506 True True 6 (6,) (1,) True
# expect-json: " True True 0 (0,) (1,) True"
# expect: 00020406080a0c0e10121416181a1c1e20222426282a2c2e True True 24 (24,) (2,) False
# expect: 2f2e2d2c2b2a292827262524232221201f1e1d1c1b1a191817161514131211100f0e0d0c0b0a09080706050403020100 True True 48 (48,) (-1,) False
# expect: 2d2e2f True True 3 (3,) (1,) True
# expect: 01 True True 1 (1,) (1,) True
# expect-json: " True True 0 (0,) (1,) True"
# expect-json: " True True 0 (0,) (1,) True"
# expect: 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f True True 48 (48,) (1,) True
# expect: 02030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f True True 46 (46,) (1,) True
# expect: 010203040506 True True 6 (6,) (1,) True
# expect-json: " True True 0 (0,) (1,) True"
# expect: 00020406080a0c0e10121416181a1c1e20222426282a2c2e True True 24 (24,) (2,) False
# expect: 2f2e2d2c2b2a292827262524232221201f1e1d1c1b1a191817161514131211100f0e0d0c0b0a09080706050403020100 True True 48 (48,) (-1,) False
# expect: 2d2e2f True True 3 (3,) (1,) True
# expect: 01 True True 1 (1,) (1,) True
# expect-json: " True True 0 (0,) (1,) True"
# expect-json: " True True 0 (0,) (1,) True"
# expect: 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f True True 48 (48,) (1,) True
# expect: 02030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f True True 46 (46,) (1,) True
# expect: 010203040506 True True 6 (6,) (1,) True
# expect-json: " True True 0 (0,) (1,) True"
# expect: 00020406080a0c0e10121416181a1c1e20222426282a2c2e True True 24 (24,) (2,) False
# expect: 2f2e2d2c2b2a292827262524232221201f1e1d1c1b1a191817161514131211100f0e0d0c0b0a09080706050403020100 True True 48 (48,) (-1,) False
# expect: 2d2e2f True True 3 (3,) (1,) True
# expect: 01 True True 1 (1,) (1,) True
# expect-json: " True True 0 (0,) (1,) True"
# expect-json: " True True 0 (0,) (1,) True"
# expect: 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f True True 48 (48,) (1,) True
# expect: 02030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f True True 46 (46,) (1,) True
# expect: 010203040506 True True 6 (6,) (1,) True
# expect-json: " True True 0 (0,) (1,) True"
# expect: 00020406080a0c0e10121416181a1c1e20222426282a2c2e True True 24 (24,) (2,) False
# expect: 2f2e2d2c2b2a292827262524232221201f1e1d1c1b1a191817161514131211100f0e0d0c0b0a09080706050403020100 True True 48 (48,) (-1,) False
# expect: 2d2e2f True True 3 (3,) (1,) True
# expect: 01 True True 1 (1,) (1,) True
# expect-json: " True True 0 (0,) (1,) True"
# expect-json: " True True 0 (0,) (1,) True"
# expect: 01000000feffffff03000000 True True 3 (3,) (4,) True
# expect: 03000000 True True 1 (1,) (4,) True
# expect: feffffff03000000 True True 2 (2,) (4,) True
# expect-json: " True True 0 (0,) (4,) True"
# expect: 0100000003000000 True True 2 (2,) (8,) False
# expect: 03000000feffffff01000000 True True 3 (3,) (-4,) False
# expect: 01000000feffffff03000000 True True 3 (3,) (4,) True
# expect: feffffff True True 1 (1,) (4,) True
# expect-json: " True True 0 (0,) (4,) True"
# expect-json: " True True 0 (0,) (4,) True"
grid = memoryview(data).cast("B", (4, 12))
print(grid.tobytes() == data, bytes(grid) == data, grid.tolist()[1][:3])  # expect: True True [12, 13, 14]
for form in "b", "H", "i", "d", "c", "?":
    cast = memoryview(data).cast(form)
    print(form, cast[1:3].tobytes().hex(), bytes(cast[::2]).hex(), cast[1:3].nbytes, cast.cast("B")[3:5].tobytes())
# expect: b 0102 00020406080a0c0e10121416181a1c1e20222426282a2c2e 2 b'\x03\x04'
# expect: H 02030405 0001040508090c0d1011141518191c1d2021242528292c2d 4 b'\x03\x04'
# expect: i 0405060708090a0b 0001020308090a0b1011121318191a1b2021222328292a2b 8 b'\x03\x04'
# expect: d 08090a0b0c0d0e0f1011121314151617 000102030405060710111213141516172021222324252627 16 b'\x03\x04'
# expect: c 0102 00020406080a0c0e10121416181a1c1e20222426282a2c2e 2 b'\x03\x04'
# expect: ? 0102 00020406080a0c0e10121416181a1c1e20222426282a2c2e 2 b'\x03\x04'
view = memoryview(bytearray(data))
inner = view[4:8]
inner[:] = b"wxyz"
print(view[3:9].tobytes(), view[3:9][1:3].tobytes())  # expect: b'\x03wxyz\x08' b'wx'
for key in (slice(1, 3), slice(1, 3)), slice("a"), slice(None, None, 0), 2.5, "x", (1, 2):
    try:
        print(view[key])
    except (TypeError, ValueError, NotImplementedError) as error:
        print(type(error).__name__, error)
# expect: NotImplementedError multi-dimensional slicing is not implemented
# expect: TypeError slice indices must be integers or None or have an __index__ method
# expect: ValueError slice step cannot be zero
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError cannot index 1-dimension view with 2-element tuple
view.release()
for call in lambda: view.tobytes(), lambda: bytes(view), lambda: view[1:2], lambda: view[0], lambda: bytearray(view):
    try:
        call()
    except ValueError as error:
        print(error)
# expect: operation forbidden on released memoryview object
# expect: operation forbidden on released memoryview object
# expect: operation forbidden on released memoryview object
# expect: operation forbidden on released memoryview object
# expect: operation forbidden on released memoryview object
print(bytes(inner))  # expect: b'wxyz'


class Named:
    def __index__(self):
        return 2


print(memoryview(data)[Named() :][: Named()].tobytes(), memoryview(b"")[:].tobytes(), bytes(memoryview(b"")))
# expect: b'\x02\x03' b'' b''


def taken(n):
    total = 0
    view = memoryview(bytearray(range(200)))
    for i in range(n):
        part = view[i % 100 : i % 100 + 7]
        total += len(part.tobytes()) + part[3] + sum(bytes(part[::2]))
    return total


print(taken(300))  # expect: 80850
