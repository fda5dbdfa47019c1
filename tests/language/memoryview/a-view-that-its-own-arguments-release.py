# methods of indices, values and separators that release the view they are for
def show(function):
    try:
        print(function())
    except Exception as e:
        print(type(e).__name__, e)


class Releasing:
    def __index__(self):
        view.release()
        return 4


view = memoryview(bytearray(b"abcdefgh"))
show(lambda: view[Releasing()])  # expect: ValueError operation forbidden on released memoryview object
view = memoryview(bytearray(b"abcdefgh"))
show(lambda: bytes(view[:Releasing()]))  # expect: b'abcd'
view = memoryview(bytearray(b"abcdefgh")).cast("B", (4, 2))
show(lambda: view[Releasing(), 0])  # expect: IndexError index out of bounds on dimension 1
view = memoryview(bytearray(b"abcdefgh"))
show(lambda: view.__setitem__(0, Releasing()))
# expect: ValueError operation forbidden on released memoryview object
view = memoryview(bytearray(b"abcdefgh"))
show(lambda: view.__setitem__(slice(Releasing()), b"spam"))
# expect: ValueError operation forbidden on released memoryview object
show(lambda: view.tobytes())  # expect: ValueError operation forbidden on released memoryview object

view = memoryview(b"abc")
known = hash(view)
view.release()
print(hash(view) == known == hash(b"abc") == hash("abc"), hash(b"") == hash("") == 0)  # expect: True True
view = memoryview(b"abc")
view.release()
show(lambda: hash(view))  # expect: ValueError operation forbidden on released memoryview object
show(lambda: hash(memoryview(bytearray(b"abc")).toreadonly()))
# expect: TypeError unhashable type: 'bytearray'


class Unlocking(bytes):
    def __iter__(self):
        data.clear()
        yield b"A"


data = bytearray(b",")


def parts():
    data.clear()
    yield b"A"


show(lambda: data.join(parts()))  # expect: BufferError Existing exports of data: object cannot be re-sized
print(data)  # expect: bytearray(b',')
