# ljust, rjust, center and zfill with the least and greatest widths an index can have; huge repeat counts of struct
import struct

LEAST, MOST = -(2**63), 2**63 - 1


def padded(method, width, *fill):
    try:
        return method(width, *fill)
    except OverflowError:  # where an index has 32 bits
        return method(-(2**31), *fill)


for text in ("ab", b"ab", bytearray(b"ab"), "é", ""):
    fill = "*" if isinstance(text, str) else b"*"
    for width in (LEAST, LEAST + 1, LEAST + 2, -(2**32), -1, 3):
        print(*[padded(method, width, fill) for method in (text.ljust, text.rjust, text.center)], padded(text.zfill, width), end=" ")
    print()
# expect-json: "ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab* *ab *ab 0ab "
# expect-json: "b'ab' b'ab' b'ab' b'ab' b'ab' b'ab' b'ab' b'ab' b'ab' b'ab' b'ab' b'ab' b'ab' b'ab' b'ab' b'ab' b'ab' b'ab' b'ab' b'ab' b'ab*' b'*ab' b'*ab' b'0ab' "
# expect-json: "bytearray(b'ab') bytearray(b'ab') bytearray(b'ab') bytearray(b'ab') bytearray(b'ab') bytearray(b'ab') bytearray(b'ab') bytearray(b'ab') bytearray(b'ab') bytearray(b'ab') bytearray(b'ab') bytearray(b'ab') bytearray(b'ab') bytearray(b'ab') bytearray(b'ab') bytearray(b'ab') bytearray(b'ab') bytearray(b'ab') bytearray(b'ab') bytearray(b'ab') bytearray(b'ab*') bytearray(b'*ab') bytearray(b'*ab') bytearray(b'0ab') "
# expect-json: "\u00e9 \u00e9 \u00e9 \u00e9 \u00e9 \u00e9 \u00e9 \u00e9 \u00e9 \u00e9 \u00e9 \u00e9 \u00e9 \u00e9 \u00e9 \u00e9 \u00e9 \u00e9 \u00e9 \u00e9 \u00e9** **\u00e9 *\u00e9* 00\u00e9 "
# expect-json: "                    *** *** *** 000 "
for method in (str.ljust, str.rjust, str.center, str.zfill, bytes.ljust, bytes.rjust, bytes.center, bytes.zfill):
    try:
        method("ab" if method.__objclass__ is str else b"ab", MOST)
    except (MemoryError, OverflowError) as e:
        print("refused")
# expect: refused
# expect: refused
# expect: refused
# expect: refused
# expect: refused
# expect: refused
# expect: refused
# expect: refused
for format in ("2147483646B", "1000000000B", "3s1000B2H"):
    print(struct.calcsize(format))
# expect: 2147483646
# expect: 1000000000
# expect: 1008
for format in ("2147483646B", "70000B"):
    try:
        struct.pack(format, 1)
    except struct.error as e:
        print(e)
    try:
        struct.unpack(format, b"1")
    except struct.error as e:
        print(e)
# expect: pack expected 2147483646 items for packing (got 1)
# expect: unpack requires a buffer of 2147483646 bytes
# expect: pack expected 70000 items for packing (got 1)
# expect: unpack requires a buffer of 70000 bytes
print(struct.pack("70000B", *[7] * 70000) == b"\7" * 70000, struct.unpack("3s70000B", b"abc" + b"\1" * 70000)[69998:])
# expect: True (1, 1, 1)
try:
    struct.calcsize("i\0")
except struct.error as e:
    print(e)  # expect: embedded null character
