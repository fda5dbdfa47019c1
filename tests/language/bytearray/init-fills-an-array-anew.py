# bytearray.__init__ fills the array, whoever calls it; __new__ makes it empty
b = bytearray(b"abc")
b.__init__(b"xyz1")
print(b)  # expect: bytearray(b'xyz1')
b.__init__("é", "utf-8")
print(b, bytearray.__init__(b), b)  # expect: bytearray(b'') None bytearray(b'')
b.__init__([1, 2])
print(b, bytearray.__new__(bytearray, b"ignored"))  # expect: bytearray(b'\x01\x02') bytearray(b'')


class Sub(bytearray):
    pass


class Own(bytearray):
    def __init__(self, n, *, name="x"):
        super().__init__(n * 2)
        self.name = name


for _ in range(3):
    print(Sub(b"ab"), Sub(), Sub(2), Sub("a", encoding="ascii"), Own(2, name="y"), Own(1).name)
# expect: Sub(b'ab') Sub(b'') Sub(b'\x00\x00') Sub(b'a') Own(b'\x00\x00\x00\x00') x
# expect: Sub(b'ab') Sub(b'') Sub(b'\x00\x00') Sub(b'a') Own(b'\x00\x00\x00\x00') x
# expect: Sub(b'ab') Sub(b'') Sub(b'\x00\x00') Sub(b'a') Own(b'\x00\x00\x00\x00') x
view = memoryview(b)
try:
    b.__init__(b"longer than before")
except BufferError as e:
    print(e)  # expect: Existing exports of data: object cannot be re-sized
print(b)  # expect: bytearray(b'\x01\x02')
