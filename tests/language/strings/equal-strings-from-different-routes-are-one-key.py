# equal strings from different routes are one key
a = "".join(["k", "ey"])
b = "key"
c = "xkeyx"[1:4]
d = {a: 1}
d[b] = 2
d[c] = 3
print(d, a == b == c, hash(a) == hash(c), len({a, b, c}))  # expect: {'key': 3} True True 1
