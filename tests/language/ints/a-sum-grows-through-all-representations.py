# a sum grows through all representations
total = 1
seen = []
for i in range(70):
    total += total
    if i in (30, 31, 46, 47, 48, 62, 63, 69):
        seen.append(total)
print(seen)
# expect: [2147483648, 4294967296, 140737488355328, 281474976710656, 562949953421312, 9223372036854775808, 18446744073709551616, 1180591620717411303424]
for i in range(70):
    total //= 2
print(total)  # expect: 1
