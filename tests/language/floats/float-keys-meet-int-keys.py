# float keys meet int keys
d = {1: "a", 2.0: "b", 2.5: "c"}
print(d[1.0], d[2], d[2.5], 2.5 in d, 3.0 in d, {1, 1.0, True})  # expect: a b c True False {1}
d[0.0] = "zero"
print(d[-0.0], d[0], d[False])  # expect: zero zero zero
