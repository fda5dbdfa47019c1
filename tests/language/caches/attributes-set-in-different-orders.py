# attributes set in different orders
class P:
    pass


def make(i):
    p = P()
    if i % 2:
        p.x, p.y = i, i + 1
    else:
        p.y, p.x = i + 1, i
    if i % 3 == 0:
        p.z = 0
    return p


total = 0
for i in range(120):
    p = make(i)
    total += p.x * 2 + p.y
print(total, list(vars(make(6))), list(vars(make(7))))  # expect: 21540 ['y', 'x', 'z'] ['x', 'y']
