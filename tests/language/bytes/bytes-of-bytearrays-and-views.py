# bytes() and bytearray() of each other are copies
a = bytearray(b"abc")
b = bytes(a)
a[0] = 120
print(a, b, bytes(bytearray()), bytes(bytearray(b"x")), bytearray(bytearray(b"qq")))
# expect: bytearray(b'xbc') b'abc' b'' b'x' bytearray(b'qq')
class Own(bytes):
    pass
class Array(bytearray):
    def __bytes__(self):
        return b"own"
print(Own(bytearray(b"zz")), type(Own(a)).__name__, bytes(Array(b"q")), bytes(memoryview(a)[1:]))
# expect: b'zz' Own b'own' b'bc'
view = memoryview(a)
try:
    a.append(1)
except BufferError as error:
    print(error)  # expect: Existing exports of data: object cannot be re-sized
second = memoryview(a)
view.release()
try:
    a.clear()
except BufferError as error:
    print(error)  # expect: Existing exports of data: object cannot be re-sized
second.release()
a.append(33)
print(a)  # expect: bytearray(b'xbc!')
