# slices of every kind read write and delete
base = list(range(8))
for s in (slice(None), slice(2, 5), slice(-3, None), slice(None, None, -1), slice(6, 1, -2), slice(10, 20), slice(-100, 3), slice(5, 2), slice(None, None, 3), slice(2**70, None, -(2**70)), slice(-1, -9, -3)):
    a = base[:]
    read = a[s]
    a[s] = [f"n{i}" for i in range(len(read))]
    b = base[:]
    del b[s]
    print(s, read, a, b)
# expect: slice(None, None, None) [0, 1, 2, 3, 4, 5, 6, 7] ['n0', 'n1', 'n2', 'n3', 'n4', 'n5', 'n6', 'n7'] []
# expect: slice(2, 5, None) [2, 3, 4] [0, 1, 'n0', 'n1', 'n2', 5, 6, 7] [0, 1, 5, 6, 7]
# expect: slice(-3, None, None) [5, 6, 7] [0, 1, 2, 3, 4, 'n0', 'n1', 'n2'] [0, 1, 2, 3, 4]
# expect: slice(None, None, -1) [7, 6, 5, 4, 3, 2, 1, 0] ['n7', 'n6', 'n5', 'n4', 'n3', 'n2', 'n1', 'n0'] []
# expect: slice(6, 1, -2) [6, 4, 2] [0, 1, 'n2', 3, 'n1', 5, 'n0', 7] [0, 1, 3, 5, 7]
# expect: slice(10, 20, None) [] [0, 1, 2, 3, 4, 5, 6, 7] [0, 1, 2, 3, 4, 5, 6, 7]
# expect: slice(-100, 3, None) [0, 1, 2] ['n0', 'n1', 'n2', 3, 4, 5, 6, 7] [3, 4, 5, 6, 7]
# expect: slice(5, 2, None) [] [0, 1, 2, 3, 4, 5, 6, 7] [0, 1, 2, 3, 4, 5, 6, 7]
# expect: slice(None, None, 3) [0, 3, 6] ['n0', 1, 2, 'n1', 4, 5, 'n2', 7] [1, 2, 4, 5, 7]
# expect: slice(1180591620717411303424, None, -1180591620717411303424) [7] [0, 1, 2, 3, 4, 5, 6, 'n0'] [0, 1, 2, 3, 4, 5, 6]
# expect: slice(-1, -9, -3) [7, 4, 1] [0, 'n2', 2, 3, 'n1', 5, 6, 'n0'] [0, 2, 3, 5, 6]
a = base[:]
a[2:4] = "xyz"
a[:0] = [-1]
a[len(a):] = (9,)
a[3:3] = a
print(a)  # expect: [-1, 0, 1, -1, 0, 1, 'x', 'y', 'z', 4, 5, 6, 7, 9, 'x', 'y', 'z', 4, 5, 6, 7, 9]
for bad in (lambda: a.__setitem__(slice(0, 4, 2), [1]), lambda: a[::0], lambda: a["x"], lambda: a[1.0], lambda: a.__setitem__(slice(1, 2), 5), lambda: a[:"x"], lambda: [][0], lambda: [1].pop(3), lambda: [].pop()):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
# expect: ValueError attempt to assign sequence of size 1 to extended slice of size 2
# expect: ValueError slice step cannot be zero
# expect: TypeError list indices must be integers or slices, not str
# expect: TypeError list indices must be integers or slices, not float
# expect: TypeError must assign iterable to extended slice
# expect: TypeError slice indices must be integers or None or have an __index__ method
# expect: IndexError list index out of range
# expect: IndexError pop index out of range
# expect: IndexError pop from empty list
