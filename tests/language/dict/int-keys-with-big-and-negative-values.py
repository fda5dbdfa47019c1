# int keys with big and negative values
d = {}
for i in range(-300, 300):
    d[i * 2**45] = i
print(len(d), d[-(2**45)], d[2**50], d.get(3), -(10 * 2**45) in d)  # expect: 600 -1 32 None True
d[10**30] = "big"
print(d[10**30], d.pop(10**30), 10**30 in d)  # expect: big big False
