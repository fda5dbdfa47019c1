# in place operators
a = {1, 2, 3}
b = a
a |= {4}
a &= {2, 3, 4, 5}
a -= {2}
a ^= {3, 10}
print(sorted(a), a is b)  # expect: [4, 10] True
a.update([1], "x")
a.discard("nope")
a.intersection_update({1, 4, "x"})
a.difference_update(["x"])
a.symmetric_difference_update([4, 6])
print(sorted(a))  # expect: [1, 6]
