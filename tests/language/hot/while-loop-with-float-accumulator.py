# while loop with float accumulator
x, n = 0.0, 0
while x < 100.0:
    x += 0.1
    n += 1
print(n, x)  # expect: 1001 100.09999999999859
a, b, i = 1.0, 1.0, 0
while abs(b - 1.6180339887498949) > 1e-12 or i < 5:
    a, b = b, 1 + 1 / b
    i += 1
print(i, b)  # expect: 29 1.6180339887505406
