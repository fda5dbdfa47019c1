# bytes.decode(), str.encode() and open() take text encodings only; codecs.encode() and decode() take all
import codecs

for encoding in ("hex", "base64", "rot13", "zlib", "bz2", "quopri", "uu", "nope", "cp1252", "utf-7"):
    for attempt in (
        lambda: b"61".decode(encoding), lambda: "a".encode(encoding), lambda: str(b"a", encoding), lambda: bytes("a", encoding),
        lambda: bytearray("a", encoding), lambda: open("/dev/null", encoding=encoding).read(),
    ):
        try:
            print(repr(attempt()))
        except Exception as e:
            print(type(e).__name__, e)
# expect: LookupError 'hex' is not a text encoding; use codecs.decode() to handle arbitrary codecs
# expect: LookupError 'hex' is not a text encoding; use codecs.encode() to handle arbitrary codecs
# expect: LookupError 'hex' is not a text encoding; use codecs.decode() to handle arbitrary codecs
# expect: LookupError 'hex' is not a text encoding; use codecs.encode() to handle arbitrary codecs
# expect: LookupError 'hex' is not a text encoding; use codecs.encode() to handle arbitrary codecs
# expect: LookupError 'hex' is not a text encoding
# expect: LookupError 'base64' is not a text encoding; use codecs.decode() to handle arbitrary codecs
# expect: LookupError 'base64' is not a text encoding; use codecs.encode() to handle arbitrary codecs
# expect: LookupError 'base64' is not a text encoding; use codecs.decode() to handle arbitrary codecs
# expect: LookupError 'base64' is not a text encoding; use codecs.encode() to handle arbitrary codecs
# expect: LookupError 'base64' is not a text encoding; use codecs.encode() to handle arbitrary codecs
# expect: LookupError 'base64' is not a text encoding
# expect: LookupError 'rot13' is not a text encoding; use codecs.decode() to handle arbitrary codecs
# expect: LookupError 'rot13' is not a text encoding; use codecs.encode() to handle arbitrary codecs
# expect: LookupError 'rot13' is not a text encoding; use codecs.decode() to handle arbitrary codecs
# expect: LookupError 'rot13' is not a text encoding; use codecs.encode() to handle arbitrary codecs
# expect: LookupError 'rot13' is not a text encoding; use codecs.encode() to handle arbitrary codecs
# expect: LookupError 'rot13' is not a text encoding
# expect: LookupError 'zlib' is not a text encoding; use codecs.decode() to handle arbitrary codecs
# expect: LookupError 'zlib' is not a text encoding; use codecs.encode() to handle arbitrary codecs
# expect: LookupError 'zlib' is not a text encoding; use codecs.decode() to handle arbitrary codecs
# expect: LookupError 'zlib' is not a text encoding; use codecs.encode() to handle arbitrary codecs
# expect: LookupError 'zlib' is not a text encoding; use codecs.encode() to handle arbitrary codecs
# expect: LookupError 'zlib' is not a text encoding
# expect: LookupError 'bz2' is not a text encoding; use codecs.decode() to handle arbitrary codecs
# expect: LookupError 'bz2' is not a text encoding; use codecs.encode() to handle arbitrary codecs
# expect: LookupError 'bz2' is not a text encoding; use codecs.decode() to handle arbitrary codecs
# expect: LookupError 'bz2' is not a text encoding; use codecs.encode() to handle arbitrary codecs
# expect: LookupError 'bz2' is not a text encoding; use codecs.encode() to handle arbitrary codecs
# expect: LookupError 'bz2' is not a text encoding
# expect: LookupError 'quopri' is not a text encoding; use codecs.decode() to handle arbitrary codecs
# expect: LookupError 'quopri' is not a text encoding; use codecs.encode() to handle arbitrary codecs
# expect: LookupError 'quopri' is not a text encoding; use codecs.decode() to handle arbitrary codecs
# expect: LookupError 'quopri' is not a text encoding; use codecs.encode() to handle arbitrary codecs
# expect: LookupError 'quopri' is not a text encoding; use codecs.encode() to handle arbitrary codecs
# expect: LookupError 'quopri' is not a text encoding
# expect: LookupError 'uu' is not a text encoding; use codecs.decode() to handle arbitrary codecs
# expect: LookupError 'uu' is not a text encoding; use codecs.encode() to handle arbitrary codecs
# expect: LookupError 'uu' is not a text encoding; use codecs.decode() to handle arbitrary codecs
# expect: LookupError 'uu' is not a text encoding; use codecs.encode() to handle arbitrary codecs
# expect: LookupError 'uu' is not a text encoding; use codecs.encode() to handle arbitrary codecs
# expect: LookupError 'uu' is not a text encoding
# expect: LookupError unknown encoding: nope
# expect: LookupError unknown encoding: nope
# expect: LookupError unknown encoding: nope
# expect: LookupError unknown encoding: nope
# expect: LookupError unknown encoding: nope
# expect: LookupError unknown encoding: nope
# expect: '61'
# expect: b'a'
# expect: 'a'
# expect: b'a'
# expect: bytearray(b'a')
# expect: ''
# expect: '61'
# expect: b'a'
# expect: 'a'
# expect: b'a'
# expect: bytearray(b'a')
# expect: ''
print(codecs.decode(b"6162", "hex"), codecs.encode("abc", "rot13"), codecs.encode(b"ab", "base64"))
# expect: b'ab' nop b'YWI=\n'
codecs.register(lambda name: codecs.CodecInfo(lambda t, e="strict": (5, 1), lambda b, e="strict": (bytes(b), 1), name="odd") if name == "odd" else None)
for attempt in (lambda: "a".encode("odd"), lambda: b"a".decode("odd"), lambda: codecs.encode("a", "odd")):
    try:
        print(attempt())
    except Exception as e:
        print(type(e).__name__, e)
# expect: TypeError 'odd' encoder returned 'int' instead of 'bytes'; use codecs.encode() to encode to arbitrary types
# expect: TypeError 'odd' decoder returned 'bytes' instead of 'str'; use codecs.decode() to decode to arbitrary types
# expect: 5
