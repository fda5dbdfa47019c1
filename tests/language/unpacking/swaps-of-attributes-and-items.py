# swaps of attributes and items
class P:
    pass


p = P()
p.x, p.y = 1, 2
p.x, p.y = p.y, p.x
l = [1, 2, 3]
l[0], l[-1] = l[-1], l[0]
p.x, l[1], z = l[1], p.x, "z"
print(p.x, p.y, l, z)  # expect: 2 1 [3, 2, 1] z
a, b, c = 1, 2, 3
a, b, c = c, a, b
print(a, b, c)  # expect: 3 1 2
