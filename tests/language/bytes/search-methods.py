# search methods
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


b = b"abracadabra"
print(b.find(b"abra", 1), b.find(99), b.rfind(b"a"), b.index(b"cad"), b.count(b"a"), b.count(b""), b.startswith(b"ab"), b.endswith((b"x", b"ra")), b.find(b"z"))
# expect: 7 4 10 4 5 12 True True -1
attempt(b.index, b"z")  # expect: ValueError: subsection not found
attempt(b.find, "a")  # expect: TypeError: argument should be integer or bytes-like object, not 'str'
attempt(b.startswith, "a")
# expect: TypeError: startswith first arg must be bytes or a tuple of bytes, not str
