# copy and clear
a = {1, 2}
b = a.copy()
b.add(3)
print(sorted(a), sorted(b), a is a.copy(), frozenset(a) is frozenset(a))
# expect: [1, 2] [1, 2, 3] False False
a.clear()
print(a, bool(a), len(b))  # expect: set() False 3
