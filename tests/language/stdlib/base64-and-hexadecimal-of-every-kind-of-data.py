# base64 and hexadecimal text of bytes, bytearrays, views and ASCII; strictness; what is wrong with the data
import base64
import binascii


class Own(bytes):
    pass


data = bytes(range(256)) * 3
for kind in bytes, bytearray, memoryview, Own:
    for size in 0, 1, 2, 3, 4, 5, 255, 768:
        given = kind(data[:size])
        text, hexa = base64.b64encode(given), binascii.hexlify(given)
        assert type(text) is type(hexa) is bytes
        for back in text, bytearray(text), memoryview(text), Own(text), text.decode():
            for validate in False, True:
                assert base64.b64decode(back, validate=validate) == data[:size], (kind, size)
            assert binascii.a2b_base64(back, strict_mode=True) == data[:size]
        for back in hexa, bytearray(hexa), memoryview(hexa), Own(hexa), hexa.decode(), hexa.upper():
            assert binascii.unhexlify(back) == binascii.a2b_hex(back) == data[:size]
        assert binascii.b2a_hex(given) == hexa
print(binascii.hexlify(b"\x00\xff\x7f"), binascii.hexlify(b"abcd", "-"), binascii.hexlify(b"abcde", b":", 2), binascii.hexlify(b"abcde", ":", -2))
# expect: b'00ff7f' b'61-62-63-64' b'61:6263:6465' b'6162:6364:65'
texts = ("YQ==", "YWI=", "YWJj", "YWJj\n", "YWJj\n\n", "YW Jj", "YWJ", "Y", "YQ=", "=YQ=", "YQ==YQ==", "YQ===", "Y=Q=", "YWJj====", "YWJj=", "\n", "", "éa==", "Y\u0100==", "/+A=", "-_A=",
         "A" * 5, "YWJj!", "YQ==\n")
for text in texts:
    found = []
    for strict in False, True, 1, 0:
        try:
            found.append(binascii.a2b_base64(text, strict_mode=strict))
        except (ValueError, TypeError) as error:
            found.append(f"{type(error).__name__} {error}")
    assert found[0] == found[3] and found[1] == found[2]
    print(ascii(text), found[0], "|", found[1])
# expect: 'YQ==' b'a' | b'a'
# expect: 'YWI=' b'ab' | b'ab'
# expect: 'YWJj' b'abc' | b'abc'
# expect: 'YWJj\n' b'abc' | Error Only base64 data is allowed
# expect: 'YWJj\n\n' b'abc' | Error Only base64 data is allowed
# expect: 'YW Jj' b'abc' | Error Only base64 data is allowed
# expect: 'YWJ' Error Incorrect padding | Error Incorrect padding
# expect: 'Y' Error Invalid base64-encoded string: number of data characters (1) cannot be 1 more than a multiple of 4 | Error Invalid base64-encoded string: number of data characters (1) cannot be 1 more than a multiple of 4
# expect: 'YQ=' Error Incorrect padding | Error Incorrect padding
# expect: '=YQ=' Error Incorrect padding | Error Leading padding not allowed
# expect: 'YQ==YQ==' b'a' | Error Excess data after padding
# expect: 'YQ===' b'a' | Error Excess data after padding
# expect: 'Y=Q=' Error Incorrect padding | Error Discontinuous padding not allowed
# expect: 'YWJj====' b'abc' | Error Excess padding not allowed
# expect: 'YWJj=' b'abc' | Error Excess padding not allowed
# expect: '\n' b'' | Error Only base64 data is allowed
# expect: '' b'' | b''
# expect: '\xe9a==' ValueError string argument should contain only ASCII characters | ValueError string argument should contain only ASCII characters
# expect: 'Y\u0100==' ValueError string argument should contain only ASCII characters | ValueError string argument should contain only ASCII characters
# expect: '/+A=' b'\xff\xe0' | b'\xff\xe0'
# expect: '-_A=' Error Invalid base64-encoded string: number of data characters (1) cannot be 1 more than a multiple of 4 | Error Only base64 data is allowed
# expect: 'AAAAA' Error Invalid base64-encoded string: number of data characters (5) cannot be 1 more than a multiple of 4 | Error Invalid base64-encoded string: number of data characters (5) cannot be 1 more than a multiple of 4
# expect: 'YWJj!' b'abc' | Error Only base64 data is allowed
# expect: 'YQ==\n' b'a' | Error Excess data after padding
for text in "", "0", "0g", "00 00", "aB", "é0", "\u0100000", "00000", "zz00", "00zz", "١٢":
    try:
        print(ascii(text), binascii.unhexlify(text))
    except (ValueError, TypeError) as error:
        print(ascii(text), type(error).__name__, error)
# expect: '' b''
# expect: '0' Error Odd-length string
# expect: '0g' Error Non-hexadecimal digit found
# expect: '00 00' Error Odd-length string
# expect: 'aB' b'\xab'
# expect: '\xe90' ValueError string argument should contain only ASCII characters
# expect: '\u0100000' ValueError string argument should contain only ASCII characters
# expect: '00000' Error Odd-length string
# expect: 'zz00' Error Non-hexadecimal digit found
# expect: '00zz' Error Non-hexadecimal digit found
# expect: '\u0661\u0662' ValueError string argument should contain only ASCII characters
for call in (lambda: binascii.hexlify("text"), lambda: binascii.unhexlify(3), lambda: binascii.a2b_base64(3), lambda: binascii.hexlify(), lambda: binascii.a2b_base64(b"", other=1),
             lambda: binascii.hexlify(b"ab", "--")):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
# expect: TypeError a bytes-like object is required, not 'str'
# expect: TypeError argument should be bytes, buffer or ASCII string, not 'int'
# expect: TypeError argument should be bytes, buffer or ASCII string, not 'int'
# expect: TypeError hexlify() missing required argument 'data' (pos 1)
# expect: TypeError a2b_base64() got an unexpected keyword argument 'other'
# expect: ValueError sep must be length 1.
