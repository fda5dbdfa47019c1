# A replacement of the other kind than the text is an error only where something matches.
import re
p = re.compile(rb"(a)(b)(c)(d)")
def t(f, *a):
    try: print(f(*a))
    except Exception as e: print(type(e).__name__, e)
for r in (r"\4", "x", "x\\n", "\\n", "\\4z"):
    t(p.sub, r, b"foo"); t(p.subn, r, b"foo"); t(p.sub, r, b"abcd"); t(p.sub, r, b"z abcd");t(p.match(b"abcd").expand, r)
# expect: b'foo'
# expect: (b'foo', 0)
# expect: TypeError sequence item 1: expected str instance, bytes found
# expect: TypeError sequence item 1: expected str instance, bytes found
# expect: TypeError sequence item 1: expected str instance, bytes found
# expect: b'foo'
# expect: (b'foo', 0)
# expect: TypeError sequence item 0: expected a bytes-like object, str found
# expect: TypeError sequence item 1: expected a bytes-like object, str found
# expect: x
# expect: b'foo'
# expect: (b'foo', 0)
# expect: TypeError sequence item 0: expected a bytes-like object, str found
# expect: TypeError sequence item 1: expected a bytes-like object, str found
# expect: x
# expect:
# expect: b'foo'
# expect: (b'foo', 0)
# expect: TypeError sequence item 0: expected a bytes-like object, str found
# expect: TypeError sequence item 1: expected a bytes-like object, str found
# expect:
# expect:
# expect: b'foo'
# expect: (b'foo', 0)
# expect: TypeError sequence item 1: expected str instance, bytes found
# expect: TypeError sequence item 1: expected str instance, bytes found
# expect: TypeError sequence item 1: expected str instance, bytes found
for r in (br"\1", b"x", b"x\\n", b"\\n", b"\\1z", bytearray(b"x"), 5, None):
    t(re.sub, "(a)", r, "foo"); t(re.subn, "(a)", r, "foo"); t(re.sub, "(a)", r, "a"); t(re.sub, "(a)", r, "z a");
    t(p.sub, r, b"foo abcd")
# expect: foo
# expect: ('foo', 0)
# expect: TypeError sequence item 1: expected a bytes-like object, str found
# expect: TypeError sequence item 1: expected a bytes-like object, str found
# expect: b'foo a'
# expect: foo
# expect: ('foo', 0)
# expect: TypeError sequence item 0: expected str instance, bytes found
# expect: TypeError sequence item 1: expected str instance, bytes found
# expect: b'foo x'
# expect: foo
# expect: ('foo', 0)
# expect: TypeError sequence item 0: expected str instance, bytes found
# expect: TypeError sequence item 1: expected str instance, bytes found
# expect: b'foo x\n'
# expect: foo
# expect: ('foo', 0)
# expect: TypeError sequence item 0: expected str instance, bytes found
# expect: TypeError sequence item 1: expected str instance, bytes found
# expect: b'foo \n'
# expect: foo
# expect: ('foo', 0)
# expect: TypeError sequence item 1: expected a bytes-like object, str found
# expect: TypeError sequence item 1: expected a bytes-like object, str found
# expect: b'foo az'
# expect: foo
# expect: ('foo', 0)
# expect: TypeError sequence item 0: expected str instance, bytearray found
# expect: TypeError sequence item 1: expected str instance, bytearray found
# expect: b'foo x'
# expect: TypeError decoding to str: need a bytes-like object, int found
# expect: TypeError decoding to str: need a bytes-like object, int found
# expect: TypeError decoding to str: need a bytes-like object, int found
# expect: TypeError decoding to str: need a bytes-like object, int found
# expect: TypeError decoding to str: need a bytes-like object, int found
# expect: TypeError decoding to str: need a bytes-like object, NoneType found
# expect: TypeError decoding to str: need a bytes-like object, NoneType found
# expect: TypeError decoding to str: need a bytes-like object, NoneType found
# expect: TypeError decoding to str: need a bytes-like object, NoneType found
# expect: TypeError decoding to str: need a bytes-like object, NoneType found
t(re.match("(a)", "a").expand, rb"\1")
# expect: TypeError sequence item 1: expected a bytes-like object, str found
t(re.match("(a)", "a").expand, rb"x")  # expect: b'x'
t(re.sub, "a", lambda m: b"x", "za")  # expect: TypeError sequence item 1: expected str instance, bytes found
t(re.sub, "a", lambda m: 5, "a")  # expect: TypeError sequence item 0: expected str instance, int found
import codecs
for text in (rb"\N{}", rb"\N{", rb"\N{x", rb"\N{}x", rb"\Nab"):
    t(codecs.unicode_escape_decode, text)
# expect: UnicodeDecodeError 'unicodeescape' codec can't decode bytes in position 0-2: malformed \N character escape
# expect: UnicodeDecodeError 'unicodeescape' codec can't decode bytes in position 0-2: malformed \N character escape
# expect: UnicodeDecodeError 'unicodeescape' codec can't decode bytes in position 0-3: malformed \N character escape
# expect: UnicodeDecodeError 'unicodeescape' codec can't decode bytes in position 0-2: malformed \N character escape
# expect: UnicodeDecodeError 'unicodeescape' codec can't decode bytes in position 0-1: malformed \N character escape
