# What a subclass of bytearray holds, whatever it is made from, and when its own __init__ passes something on
class S(bytearray):
    def __init__(me, newarg=1, *args, **kwargs):
        bytearray.__init__(me, *args, **kwargs)
print(S(4, source=b"abcd"), S(newarg=4, source=b"abcd"), S(), S(1, 3), S(1, [1,2]), S(1, "x", "utf8"))
# expect: S(b'abcd') S(b'abcd') S(b'') S(b'\x00\x00\x00') S(b'\x01\x02') S(b'x')
class T(bytearray):
    pass
print(T(3), T(b"x"), T(source=b'y'))  # expect: T(b'\x00\x00\x00') T(b'x') T(b'y')
try: T(newarg=1)
except TypeError as e: print(e)  # expect: bytearray() got an unexpected keyword argument 'newarg'
print(bytearray(iter([1,2])), T(iter([1,2])))  # expect: bytearray(b'\x01\x02') T(b'\x01\x02')
class T(bytearray):
    pass
class B(bytes):
    pass
print(T(iter([1,2])), T({5}), T(x for x in [7]), B(iter([1,2])), B({3}), T(memoryview(b'ab')), B(memoryview(b'ab')), T(b'x'), T(B(b'q')), T([1,2]), T(range(3)))
# expect: T(b'\x01\x02') T(b'\x05') T(b'\x07') b'\x01\x02' b'\x03' T(b'ab') b'ab' T(b'x') T(b'q') T(b'\x01\x02') T(b'\x00\x01\x02')
