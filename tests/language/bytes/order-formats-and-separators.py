# bytearrays come before or after any bytes; bytes are no mapping for %; hex() asks for its separator's length first
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


for a, b in [
    (bytearray(b"a"), memoryview(b"ab")), (bytearray(b"a"), b"ab"), (b"a", memoryview(b"ab")), (memoryview(b"a"), memoryview(b"ab")),
    (memoryview(b"b"), bytearray(b"a")), (bytearray(b"a"), memoryview(b"a")), (bytearray(b"a"), "a"),
]:
    attempt(lambda: a < b)
    attempt(lambda: a >= b)
    attempt(lambda: (a == b, b == a, a != b))
# expect: True
# expect: False
# expect: (False, False, True)
# expect: True
# expect: False
# expect: (False, False, True)
# expect: TypeError '<' not supported between instances of 'bytes' and 'memoryview'
# expect: TypeError '>=' not supported between instances of 'bytes' and 'memoryview'
# expect: (False, False, True)
# expect: TypeError '<' not supported between instances of 'memoryview' and 'memoryview'
# expect: TypeError '>=' not supported between instances of 'memoryview' and 'memoryview'
# expect: (False, False, True)
# expect: False
# expect: True
# expect: (False, False, True)
# expect: False
# expect: True
# expect: (True, True, False)
# expect: TypeError '<' not supported between instances of 'bytearray' and 'str'
# expect: TypeError '>=' not supported between instances of 'bytearray' and 'str'
# expect: (False, False, True)
for a, b in [
    (b"x", b""), (b"x", bytearray(b"q")), (b"%s", b"q"), (b"x", {}), (b"x", []), ("x", b"q"), ("x", ""), ("x", bytearray(b"")), (bytearray(b"x"), b""),
    (b"%(a)s", {b"a": b"1"}), (b"%(a)s", b"1"),
]:
    attempt(lambda: a % b)
# expect: TypeError not all arguments converted during bytes formatting
# expect: TypeError not all arguments converted during bytes formatting
# expect: b'q'
# expect: b'x'
# expect: b'x'
# expect: x
# expect: TypeError not all arguments converted during string formatting
# expect: x
# expect: TypeError not all arguments converted during bytes formatting
# expect: b'1'
# expect: TypeError format requires a mapping
for separator in (b":", ":", bytearray(b":"), [1], 5, "é", "ab", "", None):
    attempt(lambda: b"abc".hex(separator))
    attempt(lambda: bytearray(b"").hex(separator))
# expect: 61:62:63
# expect:
# expect: 61:62:63
# expect:
# expect: TypeError sep must be str or bytes.
# expect: TypeError sep must be str or bytes.
# expect: TypeError sep must be str or bytes.
# expect: TypeError sep must be str or bytes.
# expect: TypeError object of type 'int' has no len()
# expect: TypeError object of type 'int' has no len()
# expect: ValueError sep must be ASCII.
# expect: ValueError sep must be ASCII.
# expect: ValueError sep must be length 1.
# expect: ValueError sep must be length 1.
# expect: ValueError sep must be length 1.
# expect: ValueError sep must be length 1.
# expect: TypeError object of type 'NoneType' has no len()
# expect: TypeError object of type 'NoneType' has no len()
m = memoryview(b"a")
attempt(lambda: m.__exit__())  # expect: None
attempt(lambda: m.__exit__(1, 2, 3, 4))  # expect: None
