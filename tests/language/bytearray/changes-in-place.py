# changes in place
b = bytearray(b"hello")
b[0] = 74
b[1:3] = b"EL!"
b.append(33)
b.extend(b"xy")
b.insert(0, 64)
print(b, len(b), b.pop(), b.pop(0), b)  # expect: bytearray(b'JEL!lo!x') 10 121 64 bytearray(b'JEL!lo!x')
b.remove(33)
b.reverse()
print(b)  # expect: bytearray(b'x!olLEJ')
b += b"zz"
b *= 2
del b[3:]
print(b, b.copy() is b, b == b.copy())  # expect: bytearray(b'x!o') False True
b.clear()
print(b, bool(b))  # expect: bytearray(b'') False
