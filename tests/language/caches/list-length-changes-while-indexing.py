# list length changes while indexing
def total(a):
    s = 0
    i = 0
    while i < len(a):
        s += a[i]
        i += 1
        if s == 10:
            a.extend([100, 1000])
    return s


print(total([1, 2, 3, 4]), total([10, 5]))  # expect: 1110 1115
a = [1, 2, 3]


def at(i):
    return a[i]


for _ in range(50):
    at(2)
a.pop()
try:
    at(2)
except IndexError as e:
    print(e)  # expect: list index out of range
a = (7, 8, 9)
print(at(2), at(-1))  # expect: 9 9
a = {2: "dict"}
print(at(2))  # expect: dict
a = "string"
print(at(2))  # expect: r
