# float and int edges through one compare
def cmp(a, b):
    return (a < b, a == b, a > b)


for i in range(50):
    cmp(i, 25)
nan = float("nan")
for a, b in ((1, 1.0), (2**53 + 1, 2.0**53), (nan, 1), (1, nan), (-0.0, 0), (True, 1), (2**47, 2**47 - 1), (10**30, 1e30), ("a", "b"), ([1], [2]), ((), (0,)), (1.5, 2**60), (float("inf"), 10**400)):
    print(cmp(a, b), end=" ")
print()
# expect-json: "(False, True, False) (False, False, True) (False, False, False) (False, False, False) (False, True, False) (False, True, False) (False, False, True) (True, False, False) (True, False, False) (True, False, False) (True, False, False) (True, False, False) (False, False, True) "
