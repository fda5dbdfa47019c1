# rounding goes to the even neighbour
print([round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.4999999999999996)])  # expect: [0, 2, 2, 0, -2, 2]
print(round(2.675, 2), round(1.005, 2), round(0.125, 2), round(0.375, 2), round(1e22, 2))
# expect: 2.67 1.0 0.12 0.38 1e+22
print(round(1234.5678, -2), round(1234.5678, 3), round(5e-324, 400), round(1.5, 0), round(-1.5, None))
# expect: 1200.0 1234.568 5e-324 2.0 -2
print(round(15.0, -1), round(25.0, -1), round(1e300, -300), round(123.456, -5))  # expect: 20.0 20.0 1e+300 0.0
