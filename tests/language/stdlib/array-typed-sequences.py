# array typed sequences
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


from array import array

a = array("i", [1, 2, 3])
a.append(4)
a.extend([5])
a[0] = -1
print(a, a[1:3], len(a), a.itemsize, a.typecode, a.tolist(), a.pop(), a.index(3), 2 in a, a + array("i", [9]), a * 2, sum(a))
# expect: array('i', [-1, 2, 3, 4]) array('i', [2, 3]) 5 4 i [-1, 2, 3, 4, 5] 5 2 True array('i', [-1, 2, 3, 4, 9]) array('i', [-1, 2, 3, 4, -1, 2, 3, 4]) 8
print(array("d", [1.5, 2]), array("B", b"ab"), array("u", "é") if False else "", bytes(array("H", [1, 2])), array("q", [2**40]), list(reversed(a)))
# expect: array('d', [1.5, 2.0]) array('B', [97, 98])  b'\x01\x00\x02\x00' array('q', [1099511627776]) [4, 3, 2, -1]
attempt(array, "i", [2**70])  # expect: OverflowError: Python int too large to convert to C long
attempt(array, "i", ["x"])  # expect: TypeError: 'str' object cannot be interpreted as an integer
attempt(array, "z")  # expect: ValueError: bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)
attempt(a.append, 1.5)  # expect: TypeError: 'float' object cannot be interpreted as an integer
attempt(array, "B", [256])  # expect: OverflowError: unsigned byte integer is greater than maximum
attempt(array, "B", [-1])  # expect: OverflowError: unsigned byte integer is less than minimum
