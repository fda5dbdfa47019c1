# fromhex() reads a str or whatever has a buffer
from array import array


class Plain:
    pass


for source in ("61 62", b"61 62", bytearray(b"6a"), memoryview(b"61 62"), array("B", b"6162"), array("H", [0x3636]), memoryview(b"1"), b"zz", 5, None, [54], Plain()):
    for cls in (bytes, bytearray):
        try:
            print(cls.fromhex(source))
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
# expect: b'ab'
# expect: bytearray(b'ab')
# expect: b'ab'
# expect: bytearray(b'ab')
# expect: b'j'
# expect: bytearray(b'j')
# expect: b'ab'
# expect: bytearray(b'ab')
# expect: b'ab'
# expect: bytearray(b'ab')
# expect: b'f'
# expect: bytearray(b'f')
# expect: ValueError fromhex() arg must contain an even number of hexadecimal digits
# expect: ValueError fromhex() arg must contain an even number of hexadecimal digits
# expect: ValueError non-hexadecimal number found in fromhex() arg at position 0
# expect: ValueError non-hexadecimal number found in fromhex() arg at position 0
# expect: TypeError fromhex() argument must be str or bytes-like, not int
# expect: TypeError fromhex() argument must be str or bytes-like, not int
# expect: TypeError fromhex() argument must be str or bytes-like, not NoneType
# expect: TypeError fromhex() argument must be str or bytes-like, not NoneType
# expect: TypeError fromhex() argument must be str or bytes-like, not list
# expect: TypeError fromhex() argument must be str or bytes-like, not list
# expect: TypeError fromhex() argument must be str or bytes-like, not Plain
# expect: TypeError fromhex() argument must be str or bytes-like, not Plain
