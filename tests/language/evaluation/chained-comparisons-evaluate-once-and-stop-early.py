# chained comparisons evaluate once and stop early
def v(x):
    print(f"v({x})", end=" ")
    return x


print(v(1) < v(2) < v(3))  # expect: v(1) v(2) v(3) True
print(v(3) < v(2) < v(1))  # expect: v(3) v(2) False
print(v(1) == v(1) != v(2) > v(0))  # expect: v(1) v(1) v(2) v(0) True
print(1 < 3 > 2 != 5 in [5, 6] is not None, 1 < 2 < 3 < 4 < 4, not 1 < 2 < 2)  # expect: True False True
print(1 in [1] == True, (1 in [1]) == True)  # expect: False True
