# format method fields
print("{} {}".format(1, "a"), "{1} {0}".format(1, "a"), "{x} {y!r}".format(x=1, y="z"), "{0.real} {0.imag}".format(2j), "{0[k]} {1[0]}".format({"k": 5}, [6]))
# expect: 1 a a 1 1 'z' 0.0 2.0 5 6
print("{{}} {:>5}|{:<5}|{:^5}".format(1, 2, 3), "{:{w}.{p}f}".format(3.14159, w=8, p=2), "{!s:>4}{!a}".format("é", "é"))
# expect: {}     1|2    |  3       3.14    é'\xe9'
print("{a[b c]} {a[1]}".format(a={"b c": 1, 1: 2}))  # expect: 1 2
