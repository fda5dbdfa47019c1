# storage changes type inside a loop
a = [0] * 10
for i in range(10):
    a[i] = i * 1.5 if i % 2 else i
a[3] = "three"
a[4] = 10**18
print(a)  # expect: [0, 1.5, 2, 'three', 1000000000000000000, 7.5, 6, 10.5, 8, 13.5]
total = 0
for x in a:
    if not isinstance(x, str):
        total += x
print(total)  # expect: 1e+18
