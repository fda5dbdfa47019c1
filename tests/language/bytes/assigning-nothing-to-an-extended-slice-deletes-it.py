# unlike a list's
for key in (slice(None, None, 2), slice(5, 1, -2), slice(None, None, -1), slice(1, None, 3), slice(3, 3, 2), slice(0, 1, 9), slice(2, 2)):
    b = bytearray(b"abcdefgh")
    b[key] = b""
    print(key, b)
    b = bytearray(b"abcdefgh")
    del b[key]
    print(b)
# expect: slice(None, None, 2) bytearray(b'bdfh')
# expect: bytearray(b'bdfh')
# expect: slice(5, 1, -2) bytearray(b'abcegh')
# expect: bytearray(b'abcegh')
# expect: slice(None, None, -1) bytearray(b'')
# expect: bytearray(b'')
# expect: slice(1, None, 3) bytearray(b'acdfg')
# expect: bytearray(b'acdfg')
# expect: slice(3, 3, 2) bytearray(b'abcdefgh')
# expect: bytearray(b'abcdefgh')
# expect: slice(0, 1, 9) bytearray(b'bcdefgh')
# expect: bytearray(b'bcdefgh')
# expect: slice(2, 2, None) bytearray(b'abcdefgh')
# expect: bytearray(b'abcdefgh')
b = bytearray(b"abc")
b[::2] = []
print(b)  # expect: bytearray(b'b')
try:
    b[::2] = b"xyz"
except ValueError as e:
    print(e)  # expect: attempt to assign bytes of size 3 to extended slice of size 1
items = [1, 2, 3]
try:
    items[::2] = []
except ValueError as e:
    print(e, items)  # expect: attempt to assign sequence of size 0 to extended slice of size 2 [1, 2, 3]
