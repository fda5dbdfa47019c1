# the answer of a comparison of floats is no float: it must not take the place of one, nor that of an int
def count(n):
    a, b, c, d, e, f, g, h = 1, 2, 3, 4, 5, 6, 7, 8
    x, y, hits, misses = 0.5, 0.25, 0, 0
    k = 0
    while k < n:
        less = x * 3.0 - k < y + k
        same = x + k == y * 2.0 + k
        a += b; b += 1; c += a & 7; d ^= c; e += d & 3; f += e & 1; g += f & 1; h += g & 1
        if less:
            hits += 1
        if same:
            misses += 1
        flags = (less, same, x - y <= 0.25)
        x += 0.5
        k += 1
    return a, b, c, d, e, f, g, h, x, y, hits, misses, flags


print(count(5))  # expect: (21, 7, 26, 15, 13, 10, 10, 9, 3.0, 0.25, 2, 1, (True, False, False))
print(count(100))  # expect: (5151, 102, 357, 149, 154, 81, 58, 45, 50.5, 0.25, 97, 1, (True, False, False))
print(count(1000))
# expect: (501501, 1002, 3511, 916, 1505, 756, 507, 383, 500.5, 0.25, 997, 1, (True, False, False))
