# numbers and tuples of numbers are no data for binascii
import binascii
from array import array

for name in ("b2a_uu", "a2b_uu", "b2a_qp", "a2b_qp", "b2a_hex", "a2b_hex", "b2a_base64", "a2b_base64"):
    for data in (5, -1, (1,), None, "é", bytearray(b"ab"), memoryview(b"ab"), array("b", [65, 66]), [1]):
        try:
            print(name, getattr(binascii, name)(data))
        except Exception as e:
            print(name, type(e).__name__, e)
# expect: b2a_uu TypeError a bytes-like object is required, not 'int'
# expect: b2a_uu TypeError a bytes-like object is required, not 'int'
# expect: b2a_uu TypeError a bytes-like object is required, not 'tuple'
# expect: b2a_uu TypeError a bytes-like object is required, not 'NoneType'
# expect: b2a_uu TypeError a bytes-like object is required, not 'str'
# expect: b2a_uu b'"86( \n'
# expect: b2a_uu b'"86( \n'
# expect: b2a_uu b'"04( \n'
# expect: b2a_uu TypeError a bytes-like object is required, not 'list'
# expect: a2b_uu TypeError argument should be bytes, buffer or ASCII string, not 'int'
# expect: a2b_uu TypeError argument should be bytes, buffer or ASCII string, not 'int'
# expect: a2b_uu TypeError argument should be bytes, buffer or ASCII string, not 'tuple'
# expect: a2b_uu TypeError argument should be bytes, buffer or ASCII string, not 'NoneType'
# expect: a2b_uu ValueError string argument should contain only ASCII characters
# expect: a2b_uu Error Illegal char
# expect: a2b_uu Error Illegal char
# expect: a2b_uu b'\x88\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00'
# expect: a2b_uu TypeError argument should be bytes, buffer or ASCII string, not 'list'
# expect: b2a_qp TypeError a bytes-like object is required, not 'int'
# expect: b2a_qp TypeError a bytes-like object is required, not 'int'
# expect: b2a_qp TypeError a bytes-like object is required, not 'tuple'
# expect: b2a_qp TypeError a bytes-like object is required, not 'NoneType'
# expect: b2a_qp TypeError a bytes-like object is required, not 'str'
# expect: b2a_qp b'ab'
# expect: b2a_qp b'ab'
# expect: b2a_qp b'AB'
# expect: b2a_qp TypeError a bytes-like object is required, not 'list'
# expect: a2b_qp TypeError argument should be bytes, buffer or ASCII string, not 'int'
# expect: a2b_qp TypeError argument should be bytes, buffer or ASCII string, not 'int'
# expect: a2b_qp TypeError argument should be bytes, buffer or ASCII string, not 'tuple'
# expect: a2b_qp TypeError argument should be bytes, buffer or ASCII string, not 'NoneType'
# expect: a2b_qp ValueError string argument should contain only ASCII characters
# expect: a2b_qp b'ab'
# expect: a2b_qp b'ab'
# expect: a2b_qp b'AB'
# expect: a2b_qp TypeError argument should be bytes, buffer or ASCII string, not 'list'
# expect: b2a_hex TypeError a bytes-like object is required, not 'int'
# expect: b2a_hex TypeError a bytes-like object is required, not 'int'
# expect: b2a_hex TypeError a bytes-like object is required, not 'tuple'
# expect: b2a_hex TypeError a bytes-like object is required, not 'NoneType'
# expect: b2a_hex TypeError a bytes-like object is required, not 'str'
# expect: b2a_hex b'6162'
# expect: b2a_hex b'6162'
# expect: b2a_hex b'4142'
# expect: b2a_hex TypeError a bytes-like object is required, not 'list'
# expect: a2b_hex TypeError argument should be bytes, buffer or ASCII string, not 'int'
# expect: a2b_hex TypeError argument should be bytes, buffer or ASCII string, not 'int'
# expect: a2b_hex TypeError argument should be bytes, buffer or ASCII string, not 'tuple'
# expect: a2b_hex TypeError argument should be bytes, buffer or ASCII string, not 'NoneType'
# expect: a2b_hex ValueError string argument should contain only ASCII characters
# expect: a2b_hex b'\xab'
# expect: a2b_hex b'\xab'
# expect: a2b_hex b'\xab'
# expect: a2b_hex TypeError argument should be bytes, buffer or ASCII string, not 'list'
# expect: b2a_base64 TypeError a bytes-like object is required, not 'int'
# expect: b2a_base64 TypeError a bytes-like object is required, not 'int'
# expect: b2a_base64 TypeError a bytes-like object is required, not 'tuple'
# expect: b2a_base64 TypeError a bytes-like object is required, not 'NoneType'
# expect: b2a_base64 TypeError a bytes-like object is required, not 'str'
# expect: b2a_base64 b'YWI=\n'
# expect: b2a_base64 b'YWI=\n'
# expect: b2a_base64 b'QUI=\n'
# expect: b2a_base64 TypeError a bytes-like object is required, not 'list'
# expect: a2b_base64 TypeError argument should be bytes, buffer or ASCII string, not 'int'
# expect: a2b_base64 TypeError argument should be bytes, buffer or ASCII string, not 'int'
# expect: a2b_base64 TypeError argument should be bytes, buffer or ASCII string, not 'tuple'
# expect: a2b_base64 TypeError argument should be bytes, buffer or ASCII string, not 'NoneType'
# expect: a2b_base64 ValueError string argument should contain only ASCII characters
# expect: a2b_base64 Error Incorrect padding
# expect: a2b_base64 Error Incorrect padding
# expect: a2b_base64 Error Incorrect padding
# expect: a2b_base64 TypeError argument should be bytes, buffer or ASCII string, not 'list'
