# chained assignment and unpacking go left to right
class Rec:
    def __setattr__(self, name, value):
        print("set", name, value)

    def __setitem__(self, key, value):
        print("item", key, value)


r = Rec()
r.a = r.b = r[0] = 5
# expect: set a 5
# expect: set b 5
# expect: item 0 5
r.x, (r.y, *r.z), r[1] = 1, (2, 3, 4), 5
# expect: set x 1
# expect: set y 2
# expect: set z [3, 4]
# expect: item 1 5
i = 0
i, lst = 1, [0, 0]
i, lst[i] = 0, 9
print(i, lst)  # expect: 0 [9, 0]
a = b = []
a.append(1)
print(b)  # expect: [1]
x, y = y2, x2 = 1, 2
print(x, y, y2, x2)  # expect: 1 2 1 2
(a, b), c = "xy", "z"
print(a, b, c)  # expect: x y z
*a, b = range(4)
a, *b = "q"
print(a, b)  # expect: q []
[p, [q]] = [1, [2]]
print(p, q)  # expect: 1 2
for bad in ("a, b = 1", "a, b = 1, 2, 3", "a, b = [1]", "a, *b, c = [1]", "(a, b), c = 1, 2", "*a, = 5", "a, b = {1}"):
    try:
        exec(bad)
    except (TypeError, ValueError) as error:
        print(bad, "->", type(error).__name__, error)
# expect: a, b = 1 -> TypeError cannot unpack non-iterable int object
# expect: a, b = 1, 2, 3 -> ValueError too many values to unpack (expected 2, got 3)
# expect: a, b = [1] -> ValueError not enough values to unpack (expected 2, got 1)
# expect: a, *b, c = [1] -> ValueError not enough values to unpack (expected at least 2, got 1)
# expect: (a, b), c = 1, 2 -> TypeError cannot unpack non-iterable int object
# expect: *a, = 5 -> TypeError cannot unpack non-iterable int object
# expect: a, b = {1} -> ValueError not enough values to unpack (expected 2, got 1)
