# big shifts and masks extract digits
n = 0x123456789ABCDEF0123456789ABCDEF
parts = []
while n:
    parts.append(n & 0xFFFF)
    n >>= 16
print([hex(p) for p in parts])
# expect: ['0xcdef', '0x89ab', '0x4567', '0x123', '0xcdef', '0x89ab', '0x4567', '0x123']
value = 0
for p in reversed(parts):
    value = value << 16 | p
print(hex(value))  # expect: 0x123456789abcdef0123456789abcdef
