# a needle is found wherever it lies, in str and bytes, also at the very end and just behind it
for n in range(70):
    t = "x" * n + "yz" + "x" * 5
    b = t.encode()
    for s, x, y, yz, xyz, long in ((t, "x", "y", "yz", "xyz", "yzxxxxx"), (b, b"x", b"y", b"yz", b"xyz", b"yzxxxxx")):
        assert s.find(y) == s.rfind(y) == s.index(yz) == s.find(long) == n
        assert s.find(xyz) == (n - 1 if n else -1)
        assert s.find(y, n + 1) == s.find(y, 0, n) == s.find(yz, 0, n + 1) == -1
        assert s.find(y, 0, n + 1) == n and s.find(long + x) == -1
        assert s.count(x) == n + 5 and s.count(x, 1, -1) == max(n + 3, 4) and s.count(y) == 1 and s.count(yz) == 1
        assert s.split(y) == [x * n, yz[1:] + x * 5]
        assert s.replace(x, y).count(y) == n + 6
        assert (y in s, xyz in s) == (True, n > 0)
print("found")  # expect: found
print(("ab" * 200).count("ba"), ("a" * 5000).count("a"), ("a" * 300 + "b").count("b"))  # expect: 199 5000 1
print("a,b,,c,".split(","), ",".split(","), "".split(","), "a,b,c".split(",", 1))
# expect: ['a', 'b', '', 'c', ''] ['', ''] [''] ['a', 'b,c']
print("\xe9,b,\xfc".split(","), "\u20ac,x".split(","), "a\u20acb".count("a"), "abc".count("\u20ac"))
# expect: ['é', 'b', 'ü'] ['€', 'x'] 1 0
for old, new in (("a", "\xe9"), ("a", "a"), ("a", "\u20ac"), ("z", "y")):
    r = ("banana" * 4).replace(old, new)
    print(r, r.isascii(), r.encode()[:3])
# expect: bénénébénénébénénébénéné False b'b\xc3\xa9'
# expect: bananabananabananabanana True b'ban'
# expect: b€n€n€b€n€n€b€n€n€b€n€n€ False b'b\xe2\x82'
# expect: bananabananabananabanana True b'ban'
print(("é" * 20).replace("é", "e").isascii(), "éa".replace("é", "b"), "aaa".replace("a", "b", 2))
# expect: True ba bba


class Text(str):
    pass


t = Text("a,b")
print(type(t.replace("z", "y")).__name__, type(t.split("z")[0]).__name__, t.split(Text(",")), t.replace(Text("a"), Text("c")))
# expect: str str ['a', 'b'] c,b
# what looks like the needle at every place does not take quadratic time
print(("a" * 100000).find("a" * 500 + "b" + "a"), ("a" * 100000).find("a" * 500 + "ba"), ("ab" * 50000).rfind("bb"))
# expect: -1 -1 -1
