# errors
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


b = bytearray(b"abc")
attempt(b.append, 256)  # expect: ValueError: byte must be in range(0, 256)
attempt(b.append, "a")  # expect: TypeError: 'str' object cannot be interpreted as an integer
attempt(b.remove, 120)  # expect: ValueError: value not found in bytearray
attempt(b.pop, 10)  # expect: IndexError: pop index out of range
attempt(b.__setitem__, 0, "x")  # expect: TypeError: 'str' object cannot be interpreted as an integer
attempt(b.__setitem__, 9, 1)  # expect: IndexError: bytearray index out of range
attempt(b.extend, "abc")  # expect: TypeError: expected iterable of integers; got: 'str'
attempt(hash, b)  # expect: TypeError: unhashable type: 'bytearray'
attempt(bytearray().pop)  # expect: IndexError: pop from empty bytearray
attempt(b.insert, 0, -1)  # expect: ValueError: byte must be in range(0, 256)
attempt(b.__setitem__, slice(0, 1), 5)
# expect: TypeError: can assign only bytes, buffers, or iterables of ints in range(0, 256)
