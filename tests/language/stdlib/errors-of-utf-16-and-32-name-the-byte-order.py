# an error in UTF-16 or UTF-32 names the byte order that was found
for encoding, data in [
    ("utf-16", b"a"), ("utf-16-be", b"a"), ("utf-16-le", b"abc"), ("utf-32", b"a"), ("utf-16", b"\xff\xfea"), ("utf-16", b"\xfe\xffa"), ("utf-16", b"\x00\xd8"),
    ("utf-32", b"\xff\xfe\0\0a"), ("utf-32", b"\0\0\xfe\xff\0\0\xd8\0"), ("utf-32-be", b"\0\0"), ("utf-16", b"\xfe\xff\xd8\x00\x00a"),
]:
    try:
        print(data.decode(encoding))
    except UnicodeDecodeError as e:
        print(e, e.encoding)
    print(ascii(data.decode(encoding, "replace")))
# expect: 'utf-16-le' codec can't decode byte 0x61 in position 0: truncated data utf-16-le
# expect: '\ufffd'
# expect: 'utf-16-be' codec can't decode byte 0x61 in position 0: truncated data utf-16-be
# expect: '\ufffd'
# expect: 'utf-16-le' codec can't decode byte 0x63 in position 2: truncated data utf-16-le
# expect: '\u6261\ufffd'
# expect: 'utf-32-le' codec can't decode byte 0x61 in position 0: truncated data utf-32-le
# expect: '\ufffd'
# expect: 'utf-16-le' codec can't decode byte 0x61 in position 2: truncated data utf-16-le
# expect: '\ufffd'
# expect: 'utf-16-be' codec can't decode byte 0x61 in position 2: truncated data utf-16-be
# expect: '\ufffd'
# expect: 'utf-16-le' codec can't decode bytes in position 0-1: unexpected end of data utf-16-le
# expect: '\ufffd'
# expect: 'utf-32-le' codec can't decode byte 0x61 in position 4: truncated data utf-32-le
# expect: '\ufffd'
# expect: 'utf-32-be' codec can't decode bytes in position 4-7: code point in surrogate code point range(0xd800, 0xe000) utf-32-be
# expect: '\ufffd'
# expect: 'utf-32-be' codec can't decode bytes in position 0-1: truncated data utf-32-be
# expect: '\ufffd'
# expect: 'utf-16-be' codec can't decode bytes in position 2-3: illegal UTF-16 surrogate utf-16-be
# expect: '\ufffda'
print(ascii(b"\xfe\xff\xd8\x00\x00a".decode("utf-16", "surrogatepass")), ascii(b"\0\0\xfe\xff\0\0\xd8\0".decode("utf-32", "surrogatepass")))
# expect: '\ud800a' '\ud800'
