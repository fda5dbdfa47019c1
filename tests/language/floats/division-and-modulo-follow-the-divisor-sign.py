# division and modulo follow the divisor sign
for a in (7.5, -7.5):
    for b in (2.0, -2.0):
        print(a // b, a % b, divmod(a, b), a / b)
# expect: 3.0 1.5 (3.0, 1.5) 3.75
# expect: -4.0 -0.5 (-4.0, -0.5) -3.75
# expect: -4.0 0.5 (-4.0, 0.5) -3.75
# expect: 3.0 -1.5 (3.0, -1.5) 3.75
print(0.0 % -3.0, -0.0 % 3.0, 1e300 % 7, 6.0 // 0.1, 1 % 0.1)  # expect: -0.0 0.0 1.0 59.0 0.09999999999999995
