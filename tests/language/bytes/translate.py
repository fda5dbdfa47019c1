# translate
print(b"hello".translate(bytes.maketrans(b"el", b"ip")), b"hello".translate(None, b"l"), len(bytes.maketrans(b"", b"")))
# expect: b'hippo' b'heo' 256
