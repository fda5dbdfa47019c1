# re matching
import re

m = re.match(r"(\w+) (?P<second>\d+)", "abc 123 rest")
print(m.group(), m.group(1), m["second"], m.groups(), m.groupdict(), m.span(), m.start(2), m.end(), m.lastindex, m.lastgroup)
# expect: abc 123 abc 123 ('abc', '123') {'second': '123'} (0, 7) 4 7 2 second
print(re.search("b+", "aabbbcc"), re.match("b", "ab"), re.fullmatch("a+", "aaa").group(), re.findall(r"\d+", "1 22 333"), re.findall(r"(a)(b)?", "abaa"), re.split(r"[,;]\s*", "a, b;c"), re.split("(-)", "a-b"), re.sub(r"(\w)(\w)", r"\2\1", "abcd"), re.sub("a", lambda m: m.group().upper(), "banana", count=2), re.subn("x", "y", "xx"))
# expect: <re.Match object; span=(2, 5), match='bbb'> None aaa ['1', '22', '333'] [('a', 'b'), ('a', ''), ('a', '')] ['a', 'b', 'c'] ['a', '-', 'b'] badc bAnAna ('yy', 2)
print(re.compile(r"^a.c$", re.I | re.M).findall("ABC\nabc\nxyz"), re.escape("a.b*c"), [m.start() for m in re.finditer("aa", "aaaa")], re.sub(r"(?<=\d)(?=(\d{3})+$)", ",", "1234567"))
# expect: ['ABC', 'abc'] a\.b\*c [0, 2] 1,234,567
