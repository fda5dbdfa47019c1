# Sums, products, quotients, shifts and bit operations of ints of one to many limbs, made of the limbs that carry most: 0, 1, 2**31, 2**32 - 1.
def numbers():
    limbs = [0, 1, 2**31, 2**32 - 1]
    seed = 12345
    for count in [1, 2, 3, 4, 5, 6, 7, 8, 9, 31, 32, 33, 64, 65, 130]:
        for kind in range(6):
            n = 0
            for i in range(count):
                seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
                if kind < 4:
                    limb = limbs[kind]
                elif kind == 4:
                    limb = limbs[seed >> 16 & 3]
                else:
                    limb = (seed * 0x9E3779B1) & 0xFFFFFFFF
                n = n << 32 | limb
            yield n
            yield -n


all_numbers = list(numbers())
print(len(all_numbers))  # expect: 180
check = 0
wrong = 0
for i, a in enumerate(all_numbers):
    for b in all_numbers[i % 7 :: 7]:
        product = a * b
        total = a + b
        rest = a - b
        if rest + b != a or total - rest != 2 * b or total - a != b:
            wrong += 1
        if total * total - rest * rest != 4 * product:
            wrong += 1
        if b:
            q, r = divmod(a, b)
            if q * b + r != a or not (0 <= r < b or b < r <= 0):
                wrong += 1
            if product // b != a or product % b:
                wrong += 1
        if (a & b) + (a | b) != total or (a ^ b) != (a | b) - (a & b):
            wrong += 1
        k = i % 67
        if (a << k) >> k != a or (a << k) // 2**k != a or a >> k != a // 2**k:
            wrong += 1
        check = (check * 31 + product % 1000003 + total % 65521 + (a & b) % 8191) % 2147483647
print(wrong, check)  # expect: 0 1460430895
print((2**64 - 1) * (2**64 - 1), (2**96 - 1) * (2**32 - 1), (2**63) * -(2**63))
# expect: 340282366920938463426481119284349108225 340282366841710300949110269833929293825 -85070591730234615865843651857942052864
print(hex((6364136223846793005 * (2**63 + 5) + 1) & (2**64 - 1)))  # expect: 0x3999c4e27eeb7be2
