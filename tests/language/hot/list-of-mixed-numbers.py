# list of mixed numbers
values = [1, 2.5, True, -3, 0.25, 10**15] * 100
s = 0
for v in values:
    if v > 1:
        s += v
    elif v:
        s -= v
    else:
        s += 100
print(s, max(values), min(values), sum(values))
# expect: 1.0000000000000022e+17 1000000000000000 -3 1.0000000000000018e+17
