# loop variable changes type
total = 0
for x in [1] * 200 + [0.5] * 200 + [True] * 200 + [10**20] * 3:
    total = total + x
print(total)  # expect: 3e+20
s = ""
n = 0
for i in range(400):
    if i == 200:
        n = 0.25
    n = n + 1
print(n)  # expect: 200.25
v = 0
for i in range(300):
    v = [v] if i == 299 else v + i
print(v)  # expect: [44551]
