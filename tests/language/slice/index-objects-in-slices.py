# index objects in slices
class I:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


print("abcdef"[I(1) : I(4)], [1, 2, 3, 4][:: I(2)], (1, 2, 3)[I(-1)], range(10)[I(2) : I(5)], b"abc"[I(0) :])
# expect: bcd [1, 3] 3 range(2, 5) b'abc'
try:
    "abc"["a":]
except TypeError as e:
    print(e)  # expect: slice indices must be integers or None or have an __index__ method
