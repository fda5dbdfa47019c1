# bytes conversion round trips
print((1024).to_bytes(2, "big"), (1024).to_bytes(4, "little"))  # expect: b'\x04\x00' b'\x00\x04\x00\x00'
print((-1024).to_bytes(10, "big", signed=True))  # expect: b'\xff\xff\xff\xff\xff\xff\xff\xff\xfc\x00'
print((255).to_bytes(), int.from_bytes(b"\x01\x02"))  # expect: b'\xff' 258
print(int.from_bytes(b"\xfc\x00", "big", signed=True), int.from_bytes(b"\xfc\x00", byteorder="little"))
# expect: -1024 252
print(int.from_bytes([255, 0, 0], "big"), int.from_bytes(b"", "big"))  # expect: 16711680 0
n = 3**100
print(int.from_bytes(n.to_bytes(20, "little"), "little") == n)  # expect: True
