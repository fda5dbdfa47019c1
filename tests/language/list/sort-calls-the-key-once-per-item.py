# sort calls the key once per item
calls = []


def key(x):
    calls.append(x)
    return -x


print(sorted([3, 1, 2, 5, 4], key=key), calls)  # expect: [5, 4, 3, 2, 1] [3, 1, 2, 5, 4]
