# bounds of a slice may be any objects with __index__
import array


class I:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


a, b = I(1), I(3)
for x, v in (bytearray(b"abcdef"), b"XY"), ([1, 2, 3, 4], [8, 9]), (array.array("i", [1, 2, 3, 4]), array.array("i", [8, 9])):
    x[a:b] = v
    print(x)
    x[a:b : I(1)] = v
    x[a] = 7
    print(x[a:b], x[b:a:I(-1)])
    del x[a:b]
    del x[a]
    print(x)
# expect: bytearray(b'aXYdef')
# expect: bytearray(b'\x07Y') bytearray(b'dY')
# expect: bytearray(b'aef')
# expect: [1, 8, 9, 4]
# expect: [7, 9] [4, 9]
# expect: [1]
# expect: array('i', [1, 8, 9, 4])
# expect: array('i', [7, 9]) array('i', [4, 9])
# expect: array('i', [1])


class Clears:
    def __index__(self):
        buffer.clear()
        return 2


buffer = bytearray(10)
buffer[1 : Clears()] = b"abc"
print(buffer)  # expect: bytearray(b'abc')
try:
    bytearray(3)[1:"2"] = b""
except TypeError as e:
    print(e)  # expect: slice indices must be integers or None or have an __index__ method
