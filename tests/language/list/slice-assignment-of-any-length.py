# slice assignment of any length
a = list(range(10))
a[2:5] = ["x"]
print(a)  # expect: [0, 1, 'x', 5, 6, 7, 8, 9]
a[1:1] = [7, 8, 9]
print(a)  # expect: [0, 7, 8, 9, 1, 'x', 5, 6, 7, 8, 9]
a[:0] = "ab"
a[-2:] = []
print(a)  # expect: ['a', 'b', 0, 7, 8, 9, 1, 'x', 5, 6, 7]
a[:] = range(4)
print(a)  # expect: [0, 1, 2, 3]
a[5:2] = ["end"]
a[1:3] = a
print(a)  # expect: [0, 0, 1, 2, 3, 'end', 3, 'end']
