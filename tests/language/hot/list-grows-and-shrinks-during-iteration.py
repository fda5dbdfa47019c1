# list grows and shrinks during iteration
items = [1, 2, 3, 4, 5, 6]
seen = []
for x in items:
    seen.append(x)
    if x == 2:
        items.remove(1)
    if x == 5:
        items.extend([7, 8])
    if len(seen) > 20:
        break
print(seen, items)  # expect: [1, 2, 4, 5, 6, 7, 8] [2, 3, 4, 5, 6, 7, 8]
items = list(range(10))
for i, x in enumerate(items):
    if x % 2 == 0:
        del items[i]
print(items)  # expect: [1, 3, 5, 7, 9]
it = iter(items)
items.clear()
print(list(it), items)  # expect: [] []
items += [1]
print(list(it))  # expect: []
rev = reversed([1, 2, 3, 4])
print(next(rev), list(rev))  # expect: 4 [3, 2, 1]
s = {1, 2, 3}
try:
    for x in s:
        s.add(x + 10)
except RuntimeError as error:
    print(error)  # expect: Set changed size during iteration
