# reverse and copy
a = [1, [2], 3]
b = a.copy()
b.reverse()
print(a, b, a[1] is b[1], list(reversed(a)), a[::-1] == b)
# expect: [1, [2], 3] [3, [2], 1] True [3, [2], 1] True
b[1].append(9)
print(a)  # expect: [1, [2, 9], 3]
