# text switches to exponents at the same places
x = 1.0
for i in range(20):
    x *= 10
    if i > 12:
        print(x, x + 0.5)
# expect: 100000000000000.0 100000000000000.5
# expect: 1000000000000000.0 1000000000000000.5
# expect: 1e+16 1e+16
# expect: 1e+17 1e+17
# expect: 1e+18 1e+18
# expect: 1e+19 1e+19
# expect: 1e+20 1e+20
x = 1.0
for i in range(7):
    x /= 10
    print(x)
# expect: 0.1
# expect: 0.01
# expect: 0.001
# expect: 0.0001
# expect: 1e-05
# expect: 1.0000000000000002e-06
# expect: 1.0000000000000002e-07
