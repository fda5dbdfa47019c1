# walrus binds outside
print([last := i for i in range(3)], last)  # expect: [0, 1, 2] 2


def f(data):
    return [y for x in data if (y := x * x) > 4], y


print(f([1, 2, 3]))  # expect: ([9], 9)
print(any((found := n) % 7 == 0 for n in range(10, 20)), found)  # expect: True 14
