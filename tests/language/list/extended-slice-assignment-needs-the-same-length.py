# extended slice assignment needs the same length
a = list(range(8))
a[::2] = "abcd"
print(a)  # expect: ['a', 1, 'b', 3, 'c', 5, 'd', 7]
a[::-1] = range(8)
print(a)  # expect: [7, 6, 5, 4, 3, 2, 1, 0]
a[6:0:-3] = ["p", "q"]
print(a)  # expect: [7, 6, 5, 'q', 3, 2, 'p', 0]
try:
    a[::2] = [1]
except ValueError as e:
    print(e)  # expect: attempt to assign sequence of size 1 to extended slice of size 4
try:
    a[0:2] = 5
except TypeError as e:
    print(e)  # expect: must assign iterable to extended slice
try:
    a[::2] = 5
except TypeError as e:
    print(e)  # expect: must assign iterable to extended slice
