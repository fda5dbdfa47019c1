# methods survive lists that change under them
class Shrinks:
    def __init__(self, items):
        self.items = items

    def __eq__(self, other):
        self.items.clear()
        return False


items = []
items += [Shrinks(items), 1, 2]
print(items.count(5), items)  # expect: 0 []
items += [Shrinks(items), 1, 2]
try:
    items.remove(9)
except ValueError as error:
    print(error, items)  # expect: list.remove(x): x not in list []
items += [Shrinks(items), 1]
try:
    print(items.index(1))
except ValueError as error:
    print(error, items)  # expect: list.index(x): x not in list []
a = [3, 1, 2]
try:
    a.sort(key=lambda x: a.append(x) or x)
except ValueError as error:
    print(error, a)  # expect: list modified during sort [1, 2, 3]
b = [1, 2, 3]
b.extend(x for x in b if len(b) < 6)
print(b)  # expect: [1, 2, 3, 1, 2, 3]
b[:] = (x * 2 for x in b)
print(b)  # expect: [2, 4, 6, 2, 4, 6]
c = [1, 2]
c += c
c.extend(c)
c[1:1] = c
print(c)  # expect: [1, 1, 2, 1, 2, 1, 2, 1, 2, 2, 1, 2, 1, 2, 1, 2]
class Iter:
    def __iter__(self):
        d.clear()
        return iter([7, 8])
d = [1, 2, 3]
d[1:2] = Iter()
print(d)  # expect: [7, 8]
