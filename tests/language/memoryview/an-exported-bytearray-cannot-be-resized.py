# an exported bytearray cannot be resized
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except BaseException as error:
        print(f"{type(error).__name__}: {error}")


array = bytearray(b"hello")
with memoryview(array) as view:
    view[0] = 72
    view[1:3] = b"EL"
    attempt(array.append, 1)
    attempt(array.clear)
    attempt(lambda: array.extend(b"x"))
    attempt(lambda: array.__delitem__(0))
    attempt(lambda: array.__setitem__(slice(0, 1), b"xy"))
    array[0:1] = b"J"
    print(array, view.tobytes(), view[::-1].tobytes(), view.tolist()[:2], len(view), view.readonly)
# expect: BufferError: Existing exports of data: object cannot be re-sized
# expect: BufferError: Existing exports of data: object cannot be re-sized
# expect: BufferError: Existing exports of data: object cannot be re-sized
# expect: BufferError: Existing exports of data: object cannot be re-sized
# expect: BufferError: Existing exports of data: object cannot be re-sized
# expect: bytearray(b'JELlo') b'JELlo' b'olLEJ' [74, 69] 5 False
array.append(33)
print(array)  # expect: bytearray(b'JELlo!')
attempt(lambda: view[0])  # expect: ValueError: operation forbidden on released memoryview object
ro = memoryview(b"abc")
attempt(lambda: ro.__setitem__(0, 1))  # expect: TypeError: cannot modify read-only memory
attempt(lambda: hash(ro) == hash(b"abc"))  # expect: True
print(ro == b"abc", ro[1:] == b"bc", ro.cast("B").format, memoryview(bytes(8)).cast("I").tolist(), memoryview(b"abcd").cast("H").itemsize)
# expect: True True B [0, 0] 2
