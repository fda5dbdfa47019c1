# mixing ints and floats in a hot loop
total = 0
for i in range(5000):
    if i % 3 == 0:
        total += i
    elif i % 3 == 1:
        total += i * 0.5
    else:
        total -= i / 4
print(total)  # expect: 5208541.25
x = 1
for i in range(60):
    x = x * 3 if i < 40 else x * 0.5
print(x, type(x).__name__)  # expect: 11594453295761.994 float
