# // and divmod where the quotient is small: by the leading digits if they say it, by all of them where it is close
state = 12345
def bits(n):
    global state
    out = 0
    for _ in range((n + 29) // 30):
        state = state * 1103515245 + 12345 & 0x7FFFFFFF
        out = out << 30 | state & 0x3FFFFFFF
    return out & (1 << n) - 1
wrong = 0
total = 0
for k in range(3000):
    size = 33 + k * 7 % 400
    b = bits(size) | 1 << size - 1
    for q in (0, 1, 2, 9, 2**31, 2**32 - 1, 2**32, 2**33, bits(40)):
        rest = (0, 1, b - 1, b >> 1, -1)[k % 5]
        a = b * q + rest
        for x, y in ((a, b), (-a, -b), (-a, b), (a, -b)):
            quotient = x // y
            left = x - quotient * y
            if not (0 <= left < y if y > 0 else y < left <= 0) or divmod(x, y) != (quotient, left) or x % y != left:
                wrong += 1
            total = (total * 31 + quotient) % 1000000007
print(wrong, total)  # expect: 0 976011664
print((2**64 - 1) // 2**32, (2**96 - 1) // (2**64 - 1), 2**64 // (2**64 - 1), (2**64 - 2) // (2**64 - 1), (10**50 - 1) // 10**49, (-(10**50)) // (-(10**50)))
# expect: 4294967295 4294967296 1 0 9 1
