# ints overflow inside a hot loop
a = 1
for i in range(1, 100):
    a = a * 3 + i
    if i % 20 == 0:
        print(i, a)
# expect: 20 6101872691
# expect: 40 21275914553349625381
# expect: 60 74184526981628356150015258071
# expect: 80 258665451475105365803145617861170770761
x = 2**47 - 100
for i in range(200):
    x += 1
print(x)  # expect: 140737488355428
y = 5
for i in range(300):
    y = (y * 1103515245 + 12345) % 2147483648
print(y)  # expect: 1830534041
