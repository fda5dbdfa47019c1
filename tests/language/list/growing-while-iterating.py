# growing while iterating
a = [1, 2, 3]
for x in a:
    if len(a) < 8:
        a.append(x * 10)
print(a)  # expect: [1, 2, 3, 10, 20, 30, 100, 200]
b = [1, 2, 3, 4, 5, 6]
for x in b:
    if x % 2 == 0:
        b.remove(x)
print(b)  # expect: [1, 3, 5]
c = list(range(5))
for x in c:
    print(x, end=" ")
    c.pop()
print(c)  # expect: 0 1 2 [0, 1]
