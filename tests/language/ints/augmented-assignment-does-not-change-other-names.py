# augmented assignment does not change other names
for start in (5, 2**47 - 1, 2**100):
    a = b = start
    a += 1
    a *= 2
    a -= 3
    a //= 2
    a **= 2
    a %= 1000003
    a <<= 3
    a |= 1
    a ^= 5
    a &= ~2
    a >>= 1
    print(a, b == start)
# expect: 66 True
# expect: 3272274 True
# expect: 1869902 True
