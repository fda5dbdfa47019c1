# slice assignment changes length
b = bytearray(range(10))
b[2:5] = b""
b[::2] = b"ABCD"
print(b)  # expect: bytearray(b'A\x01B\x06C\x08D')
b[1:1] = b"insert"
print(b, list(b[:3]))  # expect: bytearray(b'Ainsert\x01B\x06C\x08D') [65, 105, 110]
del b[::3]
print(b)  # expect: bytearray(b'iner\x01BC\x08')
try:
    b[::2] = b"x"
except ValueError as e:
    print(e)  # expect: attempt to assign bytes of size 1 to extended slice of size 4
