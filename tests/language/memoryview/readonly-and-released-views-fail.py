# readonly and released views fail
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


m = memoryview(b"abc")
attempt(m.__setitem__, 0, 1)  # expect: TypeError: cannot modify read-only memory
print(hash(m) == hash(b"abc"), m.hex(), m.readonly)  # expect: True 616263 True
m.release()
attempt(lambda: m[0])  # expect: ValueError: operation forbidden on released memoryview object
attempt(memoryview, "abc")  # expect: TypeError: memoryview: a bytes-like object is required, not 'str'
b = bytearray(b"xyz")
with memoryview(b) as view:
    attempt(b.append, 1)  # expect: BufferError: Existing exports of data: object cannot be re-sized
    print(view[1])  # expect: 121
b.append(33)
print(b)  # expect: bytearray(b'xyz!')
view = memoryview(bytearray(8))
for index in (8, -9, 2**63, -2**70):
    try:
        view[index]
    except IndexError as error:
        print(error)
# expect: index out of bounds on dimension 1
# expect: index out of bounds on dimension 1
# expect: cannot fit 'int' into an index-sized integer
# expect: cannot fit 'int' into an index-sized integer
for format, value in (("B", 255), ("b", -128), ("I", 2**32 - 1), ("q", -2**63), ("d", -0.0), ("?", True)):
    items = memoryview(bytearray(16)).cast(format)
    items[1] = value
    print(format, items[1], items.tobytes().hex())
    try:
        items[1] = 2**64
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, error)
# expect: B 255 00ff0000000000000000000000000000
# expect: ValueError memoryview: invalid value for format 'B'
# expect: b -128 00800000000000000000000000000000
# expect: ValueError memoryview: invalid value for format 'b'
# expect: I 4294967295 00000000ffffffff0000000000000000
# expect: ValueError memoryview: invalid value for format 'I'
# expect: q -9223372036854775808 00000000000000000000000000000080
# expect: ValueError memoryview: invalid value for format 'q'
# expect: d -0.0 00000000000000000000000000000080
# expect: ? True 00010000000000000000000000000000
