# whether something is a buffer is said by its type, not by what it gives as __class__, and its length not by its __len__
class Proxy:
    def __init__(self, wrapped):
        self.wrapped = wrapped
    @property
    def __class__(self):
        return type(self.wrapped)
    def __len__(self):
        return len(self.wrapped)
    def __getattr__(self, name):
        return getattr(self.wrapped, name)
class Buffer(Proxy):
    def __buffer__(self, flags):
        return memoryview(self.wrapped)
for o in (bytearray(b"world"), b"world", memoryview(b"world")):
    try:
        memoryview(Proxy(o))
    except TypeError as e:
        print(e)
    view = memoryview(Buffer(o))
    print(bytes(view), view == Buffer(o), view.readonly)
    if not view.readonly:
        view[0] = ord("W")
        view[1:3] = Buffer(b"OR")
        print(o)
        try:
            view[0:5] = Proxy(b"other")
        except TypeError as e:
            print("TypeError")
    print(memoryview(b"world") == Proxy(o))
# expect: memoryview: a bytes-like object is required, not 'Proxy'
# expect: b'world' True False
# expect: bytearray(b'WORld')
# expect: TypeError
# expect: False
# expect: memoryview: a bytes-like object is required, not 'Proxy'
# expect: b'world' True True
# expect: False
# expect: memoryview: a bytes-like object is required, not 'Proxy'
# expect: b'world' True True
# expect: False
class Long(bytearray):
    def __len__(self):
        return 1000
class LongBytes(bytes):
    def __len__(self):
        return 1000
for cls in (Long, LongBytes):
    m = memoryview(cls(b"abc"))
    print(len(m), m.tolist(), m.shape, bytes(m[1:]), m == b"abc")
    try:
        m[10]
    except IndexError as e:
        print(e)
# expect: 3 [97, 98, 99] (3,) b'bc' True
# expect: index out of bounds on dimension 1
# expect: 3 [97, 98, 99] (3,) b'bc' True
# expect: index out of bounds on dimension 1
