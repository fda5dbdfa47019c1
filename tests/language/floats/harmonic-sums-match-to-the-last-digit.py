# harmonic sums match to the last digit
s = 0.0
for i in range(1, 10001):
    s += 1.0 / i
print(s)  # expect: 9.787606036044348
t = 0.0
for i in range(10000, 0, -1):
    t += 1.0 / i
print(t, s == t)  # expect: 9.787606036044386 False
