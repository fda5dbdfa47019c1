# unicode error attributes
try:
    "abécd".encode("ascii")
except UnicodeEncodeError as e:
    print(e.encoding, ascii(e.object), e.start, e.end, e.reason)
# expect: ascii 'ab\xe9cd' 2 3 ordinal not in range(128)
try:
    b"ab\xffcd".decode("utf-8")
except UnicodeDecodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason, isinstance(e, ValueError))
# expect: utf-8 b'ab\xffcd' 2 3 invalid start byte True
