# comparison and hash
print(b"a" < b"b", b"a" == "a", b"abc" == bytearray(b"abc"), b"ab" < b"abc", {b"k": 1}[b"k"], b"" < b"\x00", hash(b"abc") == hash(b"ab" + b"c"))
# expect: True False True True 1 True True
try:
    b"a" < "b"
except TypeError as e:
    print(e)  # expect: '<' not supported between instances of 'bytes' and 'str'
