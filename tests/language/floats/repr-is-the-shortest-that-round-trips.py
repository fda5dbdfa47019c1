# repr is the shortest that round trips
for x in (0.1, 1.0, 1e16, 1e15, 123456789012345680.0, 1e-4, 1e-5, 0.1 + 0.2, 1 / 3, 2.5, 1e22, 1e23, 5e-324, 1.7976931348623157e308):
    print(x, repr(x), float(repr(x)) == x)
# expect: 0.1 0.1 True
# expect: 1.0 1.0 True
# expect: 1e+16 1e+16 True
# expect: 1000000000000000.0 1000000000000000.0 True
# expect: 1.2345678901234568e+17 1.2345678901234568e+17 True
# expect: 0.0001 0.0001 True
# expect: 1e-05 1e-05 True
# expect: 0.30000000000000004 0.30000000000000004 True
# expect: 0.3333333333333333 0.3333333333333333 True
# expect: 2.5 2.5 True
# expect: 1e+22 1e+22 True
# expect: 1e+23 1e+23 True
# expect: 5e-324 5e-324 True
# expect: 1.7976931348623157e+308 1.7976931348623157e+308 True
