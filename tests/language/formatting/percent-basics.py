# percent basics
print("%d %i %u %s %r %a" % (1, 2, 3, "s", "r", "é"), "%x %X %#x %o %#o %c %c" % (255, 255, 255, 8, 8, 65, "z"))
# expect: 1 2 3 s 'r' '\xe9' ff FF 0xff 10 0o10 A z
print("%5d|%-5d|%05d|%+d|% d|%.3d|%8.3d" % (42, 42, 42, 42, 42, 42, 42))
# expect-json: "   42|42   |00042|+42| 42|042|     042"
print("%f %.2f %10.3f %-10.1f| %e %.1E %g %G" % (1.5, 1.5, 1.5, 1.5, 12345.678, 12345.678, 0.00001234, 1e20))
# expect: 1.500000 1.50      1.500 1.5       | 1.234568e+04 1.2E+04 1.234e-05 1E+20
print("%s" % 5, "%s" % (5,), "%s %s" % ((1, 2), [3]), "%%" % (), "%5%|" % ())
# raises: TypeError: not enough arguments for format string
