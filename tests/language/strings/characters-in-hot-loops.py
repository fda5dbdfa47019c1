# characters below 256 in hot loops: their tests, order, ord() and chr(), and `in` for constants, and what is no such character
def classes(text):
    out = []
    for c in text:
        bits = ""
        bits += "1" if c.isalpha() else "0"
        bits += "1" if c.isdigit() else "0"
        bits += "1" if c.isdecimal() else "0"
        bits += "1" if c.isnumeric() else "0"
        bits += "1" if c.isalnum() else "0"
        bits += "1" if c.islower() else "0"
        bits += "1" if c.isupper() else "0"
        bits += "1" if c.isprintable() else "0"
        bits += "1" if c.isspace() else "0"
        bits += "1" if c.isidentifier() else "0"
        bits += "1" if c.istitle() else "0"
        bits += "1" if c.isascii() else "0"
        out.append(bits)
    return out


latin = "".join(map(chr, range(256)))
digest = 0
for bits in classes(latin * 3):
    digest = (digest * 31 + int(bits, 2)) % (2**61 - 1)
print(digest)  # expect: 1977930063653771654
print(classes("aZ5_ \n\x1f\x85\xa0\xaa\xb2\xbc\xdf\xd7"))
# expect: ['100011010101', '100010110111', '011110010001', '000000010101', '000000011001', '000000001001', '000000001001', '000000001000', '000000001000', '100011010100', '010110010000', '000110010000', '100011010100', '000000010000']
print(classes("a\u0660\u1d2c\U00010400x" * 2))
# expect: ['100011010101', '011110010000', '100011010100', '100010110110', '100011010101', '100011010101', '011110010000', '100011010100', '100010110110', '100011010101']


def counted(text):
    n = [0] * 12
    for c in text:
        if c in "+-.0123456789e":
            n[0] += 1
        if c not in " \t\r\n":
            n[1] += 1
        if c in "":
            n[2] += 1
        if c in "\xe9a":
            n[3] += 1
        if "a" <= c <= "z" or "A" <= c <= "Z":
            n[4] += 1
        if c < "\xe9":
            n[5] += 1
        if not c > "m":
            n[6] += 1
        if c >= "aa":
            n[7] += 1
        if c == "e":
            n[8] += 1
        if c != "\x7f":
            n[9] += 1
        if c in "\x00\x3f\x40\x7f":
            n[10] += 1
        n[11] += ord(c)
    return n


print(counted(latin * 4))  # expect: [56, 1008, 0, 8, 208, 932, 440, 632, 4, 1020, 16, 130560]
print(counted("caf\xe9 3.5e-7\n" * 50))  # expect: [300, 500, 0, 100, 200, 550, 550, 200, 50, 600, 0, 46200]
print(counted(("ab\u0100\u20ac" * 60) + "a+"))
# expect: [1, 242, 0, 61, 121, 122, 122, 180, 0, 242, 0, 529040]


def shifted(text, k):
    out = []
    flags = []
    for c in text:
        if "a" <= c <= "z":
            out.append(chr((ord(c) - 97 + k) % 26 + 97))
        else:
            out.append(chr(ord(c) + k))
        flags.append((c < "h") + (c <= "h") * 2 + (c > "h") * 4 + (c >= "h") * 8 + (c in "hijk") * 16 + c.isdigit() * 32)
    return "".join(out), sum(flags)


for k in (0, 3, 25, 150, 300):
    print(ascii(shifted("hello, world! 123 \xff" * 20, k)[0][-21:]), shifted("hello, world! 123 \xff" * 20, k)[1])
# expect: ' \xffhello, world! 123 \xff' 4960
# expect: '#\u0102khoor/#zruog$#456#\u0102' 4960
# expect: '9\u0118gdkknE9vnqkc:9JKL9\u0118' 4960
# expect: '\xb6\u0195byffi\xc2\xb6qilfx\xb7\xb6\xc7\xc8\xc9\xb6\u0195' 4960
# expect: '\u014c\u022bvszzc\u0158\u014ckcfzr\u014d\u014c\u015d\u015e\u015f\u014c\u022b' 4960


def errors(values):
    seen = []
    for v in values:
        try:
            seen.append(chr(v))
        except (ValueError, TypeError, OverflowError) as e:
            seen.append(type(e).__name__)
        try:
            seen.append(ord(v))
        except TypeError as e:
            seen.append(str(e))
    return seen


print(errors([65] * 40 + [-1, 255, 256, 0x10FFFF, 0x110000, 2**47, 2**63, 66.0, "x", "xy", ""])[-30:])
# expect: ['A', 'ord() expected string of length 1, but int found', 'A', 'ord() expected string of length 1, but int found', 'A', 'ord() expected string of length 1, but int found', 'A', 'ord() expected string of length 1, but int found', 'ValueError', 'ord() expected string of length 1, but int found', 'ÿ', 'ord() expected string of length 1, but int found', 'Ā', 'ord() expected string of length 1, but int found', '\U0010ffff', 'ord() expected string of length 1, but int found', 'ValueError', 'ord() expected string of length 1, but int found', 'ValueError', 'ord() expected string of length 1, but int found', 'ValueError', 'ord() expected string of length 1, but int found', 'TypeError', 'ord() expected string of length 1, but float found', 'TypeError', 120, 'TypeError', 'ord() expected a character, but string of length 2 found', 'TypeError', 'ord() expected a character, but string of length 0 found']


def tests_of(values):
    n = 0
    for v in values:
        for c in v:
            if c.isdigit():
                n += 1
            if c in "abc":
                n += 10
    return n


class Text(str):
    def isdigit(self):
        return True

    def __contains__(self, other):
        return True


print(tests_of(["a1b2"] * 40 + [["1", "12", Text("q"), "\u0661", "bc", "ac"]]))  # expect: 894


def changing(chars, text):
    n = 0
    for i in range(len(text)):
        if text[i] in chars:
            n += 1
    return n


print(changing("abc", "aXbYcZ" * 30), changing("XYZ", "aXbYcZ" * 30), changing(Text("X"), "aXbYcZ" * 30), changing(["a"], "aXbYcZ" * 30))
# expect: 90 90 180 30
try:
    print(changing("abc", ["a", 1]))
except TypeError as e:
    print(e)  # expect: 'in <string>' requires string as left operand, not int
