# hexadecimal, octal and binary digits of ints as long as they get agree with the number, and precision counts characters
import random

rng = random.Random(3)
for bits in (4 * 2**20 - 3, 4 * 2**20, 4 * 2**20 + 1, 2**23 + 77):
    n = rng.getrandbits(bits) | 1 << (bits - 1)
    texts = (hex(n), oct(n), bin(n), "0x%x" % n, f"{n:#o}")
    print(bits, [int(text, 0) == n for text in texts], hex(1 << bits) == "0x" + "1248"[bits % 4] + "0" * (bits // 4))
# expect: 4194301 [True, True, True, True, True] True
# expect: 4194304 [True, True, True, True, True] True
# expect: 4194305 [True, True, True, True, True] True
# expect: 8388685 [True, True, True, True, True] True
for n in (0, 1, 255, 2**40, -(2**200) + 1):
    print(hex(n), oct(n), bin(n).count("1"), "%X" % n)
# expect: 0x0 0o0 0 0
# expect: 0x1 0o1 1 1
# expect: 0xff 0o377 8 FF
# expect: 0x10000000000 0o20000000000000 1 10000000000
# expect: -0xffffffffffffffffffffffffffffffffffffffffffffffffff -0o3777777777777777777777777777777777777777777777777777777777777777777 200 -FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF
print("%.3s|%.0s|%.2s|%.9s" % ("a😀bc", "x", "é", "😀"), f"{'a😀bc':.2}", "%5s|%-5s|" % ("😀", "😀é"))
# expect: a😀b||é|😀 a😀     😀|😀é   |
print(b"\xff\xfea\x00=\xd8\x00\xde".decode("utf-16"), b"ab\xff".decode("ascii", "replace"), ascii("a😀".encode("utf-32-be").decode("utf-32-be") * 3))
# expect: a😀 ab� 'a\U0001f600a\U0001f600a\U0001f600'
