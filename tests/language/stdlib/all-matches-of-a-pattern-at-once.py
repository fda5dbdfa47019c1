# findall, split, sub, finditer and groups with patterns and texts of every kind: empty matches, unset groups, positions beyond the ends, bytes, subclasses.
import re

seed = 7


def number():
    global seed
    seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
    return seed >> 8


def pick(choices):
    return choices[number() % len(choices)]


h = 0


def add(x):
    global h
    for c in ascii(x):
        h = (h * 31 + ord(c)) % 2147483647


atoms = ["a", "b", ".", r"\w", r"\d", "[ab]", "(a)", "(b|c)", "(?P<n>a+)", r"\b", "^", "$", "é", "(?:ab)*", "x?", "(a)?", ""]
for i in range(500):
    text = "".join(pick(atoms) + pick(["", "*", "+", "?", "*?", "{1,2}"]) for _ in range(1 + number() % 3))
    try:
        p = re.compile(text)
    except re.error:
        continue
    s = "".join(pick("aabbcé1 \U0001f600" if i % 3 else "aabbc1 ") for _ in range(number() % 12))
    pos, end = number() % 8 - 2, pick([len(s), 3, 100, -1])
    add([p.findall(s), p.findall(s, pos, end), p.split(s), p.split(s, 2), p.sub(r"<\g<0>>", s), p.subn("-", s, 2), p.sub(lambda m: m.group() + "!", s)])
    add([m.span() for m in p.finditer(s)])
    add([(m.group(), m.groups(), m.pos, m.endpos, m.regs, m.lastindex, m.lastgroup, m.groupdict()) for m in p.finditer(s, pos, end)])
    m = p.search(s)
    if m:
        for g in [0, 1, 2, -1, "n", "zz", True, 10**20]:
            try:
                add([m.group(g), m.span(g), m[g], m.group(0, g)])
            except IndexError as e:
                add(str(e))
        add([m.groups("D"), m.groupdict("E"), repr(m)])
        try:
            add([m.expand(r"\g<0>\1"), p.sub(r"\1x", s)])
        except (re.error, IndexError) as e:
            add(str(e))
    if i % 50 == 0:
        print(text, ascii(s), h)
# expect: \w?(?P<n>a+) 'b11 ' 1102589053
# expect: (a)*x?+ ' ' 1669754483
# expect: (a){1,2} 'b 111cb ' 1422029390
# expect: a*?(?P<n>a+)* 'bb' 1860324970
print(re.findall(rb"\w+", b"ab cd"), re.sub(rb"b", rb"<\g<0>>", b"abcb"), re.split(rb"(,)", b"a,b"), re.sub(b"a", b"", bytearray(b"aab")), re.findall("a", ""))
# expect: [b'ab', b'cd'] b'a<b>c<b>' [b'a', b',', b'b'] b'b' []
print(re.sub("a", "b", "ccc"), re.subn("", "-", "abc"), re.split("", "abc"), re.sub("(a)|b", r"[\1]", "ab"), re.sub("x", "é", "axa"), re.sub("é", "\U0001f600", "aéa"))
# expect: ccc ('-a-b-c-', 4) ['', 'a', 'b', 'c', ''] [a][] aéa a😀a
print(re.split("a", "bab", maxsplit=-1), re.sub("a", "x", "aaa", count=2), re.findall("(a)(b)?", "aab"))
# expect: ['bab'] xxa [('a', ''), ('a', 'b')]


class Text(str):
    pass


print(type(re.findall("a", Text("aa"))[0]), type(re.split("x", Text("aa"))[0]), type(re.match("a+", Text("aa")).group()), re.match("a", Text("a")).string.__class__)
# expect: <class 'str'> <class 'str'> <class 'str'> <class '__main__.Text'>
for f in [lambda: re.sub("a", b"b", "a"), lambda: re.findall(b"a", "a"), lambda: re.split("a", 3), lambda: re.sub("a", 3, "a"), lambda: re.match("a", "a").group(1), lambda: re.sub("a", lambda m: 3, "a")]:
    try:
        print(f())
    except (TypeError, IndexError) as e:
        print(type(e).__name__)
# expect: TypeError
# expect: TypeError
# expect: TypeError
# expect: TypeError
# expect: IndexError
# expect: TypeError
