# readonly and released views fail
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


m = memoryview(b"abc")
attempt(m.__setitem__, 0, 1)  # expect: TypeError: cannot modify read-only memory
print(hash(m) == hash(b"abc"), m.hex(), m.readonly)  # expect: True 616263 True
m.release()
attempt(lambda: m[0])  # expect: ValueError: operation forbidden on released memoryview object
attempt(memoryview, "abc")  # expect: TypeError: memoryview: a bytes-like object is required, not 'str'
b = bytearray(b"xyz")
with memoryview(b) as view:
    attempt(b.append, 1)  # expect: BufferError: Existing exports of data: object cannot be re-sized
    print(view[1])  # expect: 121
b.append(33)
print(b)  # expect: bytearray(b'xyz!')
