# iterating over a copy is safe
d = {i: i * i for i in range(6)}
for k in list(d):
    if k % 2:
        del d[k]
print(d)  # expect: {0: 0, 2: 4, 4: 16}
for k, v in d.copy().items():
    d[v] = k
print(d)  # expect: {0: 0, 2: 4, 4: 2, 16: 4}
