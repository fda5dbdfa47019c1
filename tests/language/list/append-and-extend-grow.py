# append and extend grow
a = []
for i in range(20):
    a.append(i)
a.extend([1, 2])
a.extend("ab")
a.extend(x * x for x in range(3))
a += (7, 8)
a[len(a):] = [9]
print(a, len(a))
# expect: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 1, 2, 'a', 'b', 0, 1, 4, 7, 8, 9] 30
a.extend(a)
print(len(a), a[-3:])  # expect: 60 [7, 8, 9]
