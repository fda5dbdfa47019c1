# indexing and slicing
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


b = b"hello"
print(b[0], b[-1], b[1:3], b[::-1], b[::2], len(b), list(b), b"ell" in b, 104 in b, b + b"!", b * 2)
# expect: 104 111 b'el' b'olleh' b'hlo' 5 [104, 101, 108, 108, 111] True True b'hello!' b'hellohello'
attempt(lambda: b[9])  # expect: IndexError: index out of range
attempt(lambda: 256 in b)  # expect: ValueError: byte must be in range(0, 256)
attempt(lambda: "h" in b)  # expect: TypeError: a bytes-like object is required, not 'str'
attempt(lambda: b + "x")  # expect: TypeError: can't concat str to bytes
attempt(lambda: b["x"])  # expect: TypeError: byte indices must be integers or slices, not str
