# methods take any bytes like object
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except BaseException as error:
        print(f"{type(error).__name__}: {error}")


view = memoryview(b"xbxcx")
b = b"abcabc"
for f in (lambda: b.find(view[1:2]), lambda: b.count(memoryview(b"bc")), lambda: b.split(memoryview(b"c")), lambda: b.replace(memoryview(b"a"), view[:2]), lambda: b.startswith((memoryview(b"z"), bytearray(b"ab"))), lambda: b + view, lambda: b.join([view, bytearray(b"-"), b""]), lambda: b.strip(memoryview(b"ac")), lambda: memoryview(b"ca") in b, lambda: b.removesuffix(memoryview(b"bc")), lambda: bytes.maketrans(view[:1], view[1:2])[120], lambda: b == memoryview(b), lambda: bytearray(b) + memoryview(b"!"), lambda: b.find(view[::2])):
    attempt(f)
# expect: 1
# expect: 2
# expect: [b'ab', b'ab', b'']
# expect: b'xbbcxbbc'
# expect: True
# expect: b'abcabcxbxcx'
# expect: b'xbxcxabcabc-abcabc'
# expect: b'bcab'
# expect: True
# expect: b'abca'
# expect: 98
# expect: True
# expect: bytearray(b'abcabc!')
# expect: BufferError: memoryview: underlying buffer is not C-contiguous
array = bytearray(b"abc")
array += memoryview(b"de")
array[1:2] = memoryview(b"XY")
array.extend(view)
print(array)  # expect: bytearray(b'aXYcdexbxcx')
released = memoryview(b"gone")
released.release()
attempt(lambda: b.find(released))  # expect: ValueError: operation forbidden on released memoryview object
