# two consumers of one generator
def g():
    for i in range(6):
        yield i


it = g()
print(list(zip(it, it)), next(it, None))  # expect: [(0, 1), (2, 3), (4, 5)] None
it = g()
for x in it:
    if x == 2:
        break
print(list(it))  # expect: [3, 4, 5]
it = g()
print(3 in it, list(it), 1 in it)  # expect: True [4, 5] False
