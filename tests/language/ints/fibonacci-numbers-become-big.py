# fibonacci numbers become big
a, b = 0, 1
for i in range(200):
    a, b = b, a + b
print(a)  # expect: 280571172992510140037611932413038677189525
print(a % 1000000007, b - a, a // b)  # expect: 349361645 173402521172797813159685037284371942044301 0
