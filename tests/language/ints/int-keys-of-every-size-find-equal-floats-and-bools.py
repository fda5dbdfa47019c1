# int keys of every size find equal floats and bools
# oracle: native
d = {}
for n in (0, 1, -1, 2**31, 2**47 - 1, 2**47, 2**53, -(2**60), 2**64, 10**30):
    d[n] = n
for f in (0.0, -0.0, 1.0, -1.0, 2.0**31, 2.0**47, 2.0**53, -(2.0**60), 2.0**64, True, False):
    print(f, d.get(f, "missing"))
# expect: 0.0 0
# expect: -0.0 0
# expect: 1.0 1
# expect: -1.0 -1
# expect: 2147483648.0 2147483648
# expect: 140737488355328.0 140737488355328
# expect: 9007199254740992.0 9007199254740992
# expect: -1.152921504606847e+18 -1152921504606846976
# expect: 1.8446744073709552e+19 18446744073709551616
# expect: True 1
# expect: False 0
print(len(d), {1: "a", True: "b", 1.0: "c"}, {0: "x", -0.0: "y"}, hash(2**61 - 1), hash(-1), hash(2**61), hash(-(2**61)))
# expect: 10 {1: 'c'} {0: 'y'} 0 -2 1 -2
