# sort sees an emptied list while it runs
a = [3, 1, 2]
seen = []


def key(x):
    seen.append(len(a))
    return x


a.sort(key=key)
print(a, seen)  # expect: [1, 2, 3] [0, 0, 0]
b = [2, 1]
try:
    b.sort(key=lambda x: b.append(x) or x)
except ValueError as e:
    print(e)  # expect: list modified during sort
