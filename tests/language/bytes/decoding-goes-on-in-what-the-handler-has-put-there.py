# error handlers may put other bytes into the exception; UTF-7 at its edges; only the first piece has a byte order mark
import codecs


def mutating(error):
    error.object = b""
    return "\u4242", 0


def replacing(error):
    error.object = 42
    return "\u4242", 0


codecs.register_error("test.mutating", mutating)
codecs.register_error("test.replacing", replacing)
for encoding, data in [
    ("ascii", b"\xff"), ("utf-7", b"+\xe1"), ("utf-8", b"\xff"), ("utf-16", b"\xff"), ("utf-32", b"\xff"),
    ("unicode-escape", b"\\u123g"), ("raw-unicode-escape", b"\\u123g"), ("cp1252", b"\x81"),
]:
    for handler in ("test.replacing", "test.mutating"):
        try:
            print(encoding, ascii(data.decode(encoding, handler)))
        except Exception as e:
            print(encoding, type(e).__name__, e)
# expect: ascii TypeError UnicodeError 'object' attribute must be a bytes
# expect: ascii '\u4242'
# expect: utf-7 TypeError UnicodeError 'object' attribute must be a bytes
# expect: utf-7 '\u4242'
# expect: utf-8 TypeError UnicodeError 'object' attribute must be a bytes
# expect: utf-8 '\u4242'
# expect: utf-16 TypeError UnicodeError 'object' attribute must be a bytes
# expect: utf-16 '\u4242'
# expect: utf-32 TypeError UnicodeError 'object' attribute must be a bytes
# expect: utf-32 '\u4242'
# expect: unicode-escape TypeError UnicodeError 'object' attribute must be a bytes
# expect: unicode-escape '\u4242'
# expect: raw-unicode-escape TypeError UnicodeError 'object' attribute must be a bytes
# expect: raw-unicode-escape '\u4242'
# expect: cp1252 TypeError UnicodeError 'object' attribute must be a bytes
# expect: cp1252 '\u4242'

for raw in (b"a+2AE\xffb", b"a+2AEb", b"a+2AE-b", b"a+2AE", b"a+2AH\xe1b", b"a+2AEAIQ\xff", b"a+IKx/b", b"a+IKwgr", b"+", b"a+", b"a++b", b"a+/,+", b"+2A"):
    for handler in ("strict", "replace", "ignore"):
        try:
            print(raw, handler, ascii(raw.decode("utf-7", handler)))
        except UnicodeDecodeError as e:
            print(raw, handler, e)
# expect: b'a+2AE\xffb' strict 'utf7' codec can't decode byte 0xff in position 5: unexpected special character
# expect: b'a+2AE\xffb' replace 'a\ufffdb'
# expect: b'a+2AE\xffb' ignore 'ab'
# expect: b'a+2AEb' strict 'utf7' codec can't decode bytes in position 1-5: unterminated shift sequence
# expect: b'a+2AEb' replace 'a\ufffd'
# expect: b'a+2AEb' ignore 'a'
# expect: b'a+2AE-b' strict 'a\ud801b'
# expect: b'a+2AE-b' replace 'a\ud801b'
# expect: b'a+2AE-b' ignore 'a\ud801b'
# expect: b'a+2AE' strict 'utf7' codec can't decode bytes in position 1-4: unterminated shift sequence
# expect: b'a+2AE' replace 'a\ufffd'
# expect: b'a+2AE' ignore 'a'
# expect: b'a+2AH\xe1b' strict 'utf7' codec can't decode bytes in position 1-5: non-zero padding bits in shift sequence
# expect: b'a+2AH\xe1b' replace 'a\ufffdb'
# expect: b'a+2AH\xe1b' ignore 'ab'
# expect: b'a+2AEAIQ\xff' strict 'utf7' codec can't decode byte 0xff in position 8: unexpected special character
# expect: b'a+2AEAIQ\xff' replace 'a\ud801!\ufffd'
# expect: b'a+2AEAIQ\xff' ignore 'a\ud801!'
# expect: b'a+IKx/b' strict 'utf7' codec can't decode bytes in position 1-6: unterminated shift sequence
# expect: b'a+IKx/b' replace 'a\u20ac\ufffd'
# expect: b'a+IKx/b' ignore 'a\u20ac'
# expect: b'a+IKwgr' strict 'utf7' codec can't decode bytes in position 1-6: unterminated shift sequence
# expect: b'a+IKwgr' replace 'a\u20ac\ufffd'
# expect: b'a+IKwgr' ignore 'a\u20ac'
# expect: b'+' strict ''
# expect: b'+' replace ''
# expect: b'+' ignore ''
# expect: b'a+' strict 'a'
# expect: b'a+' replace 'a'
# expect: b'a+' ignore 'a'
# expect: b'a++b' strict 'utf7' codec can't decode bytes in position 1-3: unterminated shift sequence
# expect: b'a++b' replace 'a\ufffd'
# expect: b'a++b' ignore 'a'
# expect: b'a+/,+' strict 'utf7' codec can't decode bytes in position 1-3: partial character in shift sequence
# expect: b'a+/,+' replace 'a\ufffd'
# expect: b'a+/,+' ignore 'a'
# expect: b'+2A' strict 'utf7' codec can't decode bytes in position 0-2: unterminated shift sequence
# expect: b'+2A' replace '\ufffd'
# expect: b'+2A' ignore ''

codecs.register_error("test.x", lambda error: ("x", error.end))
for encoding in ("utf-16", "utf-32", "utf-16-be"):
    print("a\udcffb\udcfec".encode(encoding, "test.x"))
# expect: b'\xff\xfea\x00x\x00b\x00x\x00c\x00'
# expect: b'\xff\xfe\x00\x00a\x00\x00\x00x\x00\x00\x00b\x00\x00\x00x\x00\x00\x00c\x00\x00\x00'
# expect: b'\x00a\x00x\x00b\x00x\x00c'


class Pretender:
    __class__ = UnicodeEncodeError


for name in ("ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace", "surrogateescape", "surrogatepass"):
    try:
        print(codecs.lookup_error(name)(Pretender()))
    except TypeError as e:
        print(name, "TypeError")
# expect: ignore TypeError
# expect: replace TypeError
# expect: backslashreplace TypeError
# expect: xmlcharrefreplace TypeError
# expect: namereplace TypeError
# expect: surrogateescape TypeError
# expect: surrogatepass TypeError
