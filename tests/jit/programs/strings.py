# Strings compared, joined and read in hot loops.
def attempt(f, *args):
    try:
        print(f.__name__, ascii(f(*args)))
    except Exception as e:
        print(f.__name__, type(e).__name__, e)

TEXTS = ["plain", "l\xe4tin", "w\u0107de", "em\U0001f600ji", "", "p"]

def characters(n):
    counts = {}
    for i in range(n):
        t = TEXTS[i % 5]
        for c in t:
            counts[c] = counts.get(c, 0) + 1
        if t:
            first, last = t[0], t[-1]
            if first == last:
                counts["same"] = counts.get("same", 0) + 1
            if first < "p":
                counts["<"] = counts.get("<", 0) + 1
            if last >= "e":
                counts[">="] = counts.get(">=", 0) + 1
    return counts

def grows(n):
    s = ""
    kept = []
    for i in range(n):
        s += TEXTS[i % 6]
        if i % 100 == 0:
            kept.append(s)
        s += "x"
    return len(s), [len(k) for k in kept], s[-20:], s.count("x")

def grows_shared(n):
    s = t = "start"
    for i in range(n):
        s += "a"
        if i % 3 == 0:
            t = s
        s = s + s[-1]
        u = s
        s += "b"
    return len(s), len(t), u == s, t[-3:]

def doubled(n):
    out = 0
    for i in range(n):
        s = TEXTS[i % 6]
        s += s
        s = s + s
        out += len(s) + hash(s == s + "")
    return out, s

class Holder:
    def __init__(self):
        self.s = ""

def attribute(n):
    h = Holder()
    for i in range(n):
        h.s += "abc"
        h.s = h.s + str(i % 10)
    return len(h.s), h.s[-8:]

def in_list(n):
    l = ["", ""]
    for i in range(n):
        l[i & 1] += "ab"
        l[0] = l[1] + "q" if i % 9 == 0 else l[0]
    return len(l[0]), len(l[1])

def compares(n):
    c = 0
    for i in range(n):
        a = TEXTS[i % 6]
        b = TEXTS[i % 5]
        c += (a == b) + 2 * (a != b) + 4 * (a < b) + 8 * (a <= b) + 16 * (a > b) + 32 * (a >= b)
        if a == "pl" + "ain":
            c += 1
        if a != b:
            c += 3
        if "e" in a:
            c += 5
        if a not in "plain":
            c += 7
    return c

def out_of_range(n):
    s = "abcdef"
    r = ""
    for i in range(n):
        r = s[i % 7]
    return r

def keys(n):
    d = {}
    for i in range(n):
        d["k" + str(i % 50)] = i
        k = "k"
        k += str(i % 70)
        if k in d:
            d[k] -= 1
    return sum(d.values()), len(d)

def mixed_add(n):
    values = ["a", "b", "c", 1]
    r = ""
    for i in range(n):
        r = r + values[3 if i == n - 1 else i % 3]
    return r

for n in (5, 300, 1500):
    for f in (characters, grows, grows_shared, doubled, attribute, in_list, compares, out_of_range, keys, mixed_add):
        attempt(f, n)
