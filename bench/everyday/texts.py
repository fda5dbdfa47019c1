# String methods and slices.
def rle(s):
    out = []; i = 0
    while i < len(s):
        j = i
        while j < len(s) and s[j] == s[i]: j += 1
        out.append(s[i] + str(j - i)); i = j
    return "".join(out)
s = "".join("ab"[i % 3 == 0] * (i % 9 + 1) for i in range(30000))
print(len(rle(s)))
def kmp(t, p):
    f = [0] * len(p); k = 0
    for i in range(1, len(p)):
        while k and p[i] != p[k]: k = f[k-1]
        if p[i] == p[k]: k += 1
        f[i] = k
    k = c = 0
    for ch in t:
        while k and ch != p[k]: k = f[k-1]
        if ch == p[k]: k += 1
        if k == len(p): c += 1; k = f[k-1]
    return c
print(kmp(s * 3, "abbaab"))
acc = ""
for i in range(100000): acc += chr(97 + i % 26)
print(len(acc))
words = [acc[i:i + 5] for i in range(0, 100000, 5)]
print(len(set(words)), ",".join(words[:5]), " ".join(reversed(words))[:20])
groups = {}
for w in words: groups.setdefault("".join(sorted(w)), []).append(w)
print(len(groups))
print(sum(w.startswith("ab") + w.endswith("e") + ("c" in w) + w.count("d") for w in words * 5))
lines = "\n".join(f"{i},{i * 2},name{i},{i / 7:.3f}" for i in range(20000))
tot = 0.0
for line in lines.split("\n"):
    a, b, n, x = line.split(",")
    tot += int(a) + int(b) + len(n.strip()) + float(x)
print(round(tot, 2))
print("%s|%5d|%-8s|%.3f" % ("x", 42, "y", 3.14159), "{:>8}{:<8}{:^8}".format(1, 2, 3), f"{1234567.891:,.2f} {255:#x} {0.25:.1%}")
print(sum(len("%d:%s" % (i, w)) for i, w in enumerate(words)), sum(len(f"{i:05d}-{w!r}") for i, w in enumerate(words)))
vowels = sum(1 for c in acc if c in "aeiou"); print(vowels)
enc = acc.encode(); print(sum(enc) % 1000, enc.hex()[:10], bytes(reversed(enc))[:5])
x = 0
for b in enc: x = (x ^ b) * 16777619 & 0xffffffff
print(x)
print("".join(c.upper() if i % 2 else c.lower() for i, c in enumerate(acc))[:10])
