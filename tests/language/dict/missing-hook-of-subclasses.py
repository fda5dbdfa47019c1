# missing hook of subclasses
class Counter(dict):
    def __missing__(self, key):
        print("missing", key)
        return 0


c = Counter()
for ch in "abca":
    c[ch] += 1
# expect: missing a
# expect: missing b
# expect: missing c
print(c, c.get("zz"), "zz" in c, c["q"], len(c), type(c.copy()).__name__, type(c | {}).__name__)
# expect: missing q
# expect: {'a': 2, 'b': 1, 'c': 1} None False 0 3 dict dict
