# augmented assignment on every operator
n = 100
n += 7
n -= 3
n *= 5
n //= 3
n %= 100
n **= 3
n <<= 5
n >>= 2
n |= 1
n &= 0xFFFFF
n ^= 0x55
print(n)  # expect: 1014940
n /= 4
print(n)  # expect: 253735.0
