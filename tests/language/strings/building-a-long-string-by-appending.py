# building a long string by appending
s = ""
for i in range(3000):
    s += str(i % 10)
print(len(s), s[:12], s[-5:], s.count("7"))  # expect: 3000 012345678901 56789 300
parts = []
for i in range(1000):
    parts.append(chr(97 + i % 26))
t = "".join(parts)
print(len(t), t[25:28], t.find("zab"), t.rfind("abc"))  # expect: 1000 zab 25 988
