# concatenation widens storage
s = "a"
for piece in ("b", "é", "c", "€", "d", "😀", "e"):
    s += piece
    print(len(s), s)
# expect: 2 ab
# expect: 3 abé
# expect: 4 abéc
# expect: 5 abéc€
# expect: 6 abéc€d
# expect: 7 abéc€d😀
# expect: 8 abéc€d😀e
print(("é" + "€")[1] == "€", ("a" * 3 + "😀" * 2)[3:], "ab" == "a" + "b")  # expect: True 😀😀 True
