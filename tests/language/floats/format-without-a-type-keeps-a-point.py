# format without a type keeps a point
print(f"{3.0} {3.0:5} {1e16:} {1e16:.3} {3.0:.1} {12345.678:.4} {0.00001234:.2} {1.0:.0}")
# expect: 3.0   3.0 1e+16 1e+16 3e+00 1.235e+04 1.2e-05 1e+00
print(format(2.0), format(2.0, ""), format(2.5, "<8") + "|", "%s %r" % (2.0, 0.1))
# expect: 2.0 2.0 2.5     | 2.0 0.1
