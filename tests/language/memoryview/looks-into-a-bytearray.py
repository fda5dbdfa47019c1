# looks into a bytearray
b = bytearray(b"abcdef")
m = memoryview(b)
print(m[0], m[-1], bytes(m[1:3]), len(m), m.tolist(), m.nbytes, m.readonly, m.format, m.itemsize)
# expect: 97 102 b'bc' 6 [97, 98, 99, 100, 101, 102] 6 False B 1
m[0] = 90
m[1:3] = b"YX"
print(b, bytes(m), m == b"ZYXdef", m.tobytes(), list(m[::2]))
# expect: bytearray(b'ZYXdef') b'ZYXdef' True b'ZYXdef' [90, 88, 101]
m.release()
b.append(1)
print(len(b))  # expect: 7
