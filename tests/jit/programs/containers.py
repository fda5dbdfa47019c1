# Containers made, filled, read and gone over in hot loops, at their edges.
class Key:
    def __init__(self, n):
        self.n = n
    def __hash__(self):
        return hash(self.n)
    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n

def attempt(f, *args):
    try:
        print(f.__name__, f(*args))
    except Exception as e:
        print(f.__name__, type(e).__name__, e)

def tuples(n):
    total = 0
    for i in range(n):
        a, b = (i, i + 1)
        t = (a, b, i * 1.5, "x")
        total += t[0] + t[-3] + len(t)
        if i % 7 == 0:
            t = ()
        total += len(t)
    return total, t

def lists(n):
    last = None
    count = 0
    for i in range(n):
        l = [i, -i, [i]]
        l[-1].append(l)
        l[0], l[1] = l[1], l[0]
        count += len(l) + l[0] + l[-2]
        last = l[2] if i % 3 else last
    return count, len(last)

def comprehensions(n):
    r = 0
    for i in range(n):
        a = [x * x for x in range(i % 20)]
        b = [x for x in a if x & 1]
        c = {x: str(x) for x in b}
        d = {x % 5 for x in a}
        r += len(a) + len(b) + len(c) + len(d)
        for x in a:
            r += x
        for x in b:
            if x in c:
                r += 1
            if x not in d:
                r += 2
    return r

def cleared(n):
    seen = 0
    l = list(range(n))
    for x in l:
        seen += 1
        if x == n // 2:
            l.clear()
    return seen, l

def grown(n):
    l = [0]
    for x in l:
        if len(l) < n:
            l.append(x + 1)
    return len(l), l[-1]

def shared(n):
    it = iter(list(range(n)))
    total = 0
    for x in it:
        total += x
        for y in it:
            total += y * 2
            if y % 10 == 9:
                break
    return total, list(it)

def exhausted(n):
    l = [1, 2]
    it = iter(l)
    for i in range(n):
        for x in it:
            pass
        l.append(i)
    return list(it), len(l)

def ranges(n):
    total = 0
    for i in range(n):
        for j in range(i % 5, 10, 2):
            total += j
        for j in range(5, -5, -3):
            total -= j
    return total

def mixed_keys(n):
    d = {}
    keys = [1, 1.0, True, "a", "b", 2**70, (1, 2), None, Key(1), Key(1), b"x", 2.5, "\u1234", "\U0001f600"]
    for i in range(n):
        k = keys[i % len(keys)]
        d[k] = d.get(k, 0) + i
        if k in d:
            d[k] += 1
    return sorted(map(str, d.values())), len(d)

def changed(n):
    d = {i: i for i in range(n)}
    for k in d:
        if k == n - 10:
            d["new"] = 1
    return len(d)

def missing(n):
    d = {i: -i for i in range(n)}
    total = 0
    for i in range(n + 1):
        total += d[i]
    return total

def unhashable(n):
    s = set()
    for i in range(n):
        s.add(i if i < n - 1 else [])
    return s

def set_changes(n):
    s = {1, 2, 3}
    c = 0
    for i in range(n):
        s.add(i % 10)
        for x in s:
            c += x
        if (i, i) in s or i in s:
            c += 1
    for x in s:
        s.add(x + n)
    return c

def views(n):
    d = {"a": 1, "b": 2, "c": [3]}
    out = 0
    kept = []
    for i in range(n):
        for k, v in d.items():
            if k == "a":
                d[k] = i
            if v is d["c"]:
                out += 1
        for k in d.keys():
            out += len(k)
        for v in d.values():
            if v != d["c"]:
                out += v
        if i % 50 == 0:
            kept.append([pair for pair in d.items()])
    return out, kept[-1], len(kept)

def pairs(n):
    out = 0
    kept = []
    a = list(range(20))
    for i in range(n):
        for j, (x, y) in enumerate(zip(a, "abcdefgh")):
            out += j * x + ord(y)
        for p in zip(a, a[3:]):
            kept = p
        for j, x in enumerate(a, 5):
            out += j - x
        for x in reversed(a):
            out += x
    it = iter(a)
    for i in range(n):
        for x, y in zip(it, it):
            out += x * y
        it = iter(a[: i % 20])
    return out, kept

def zip_shared_end(n):
    total = []
    for i in range(n):
        a = iter(range(10))
        b = iter("abc")
        z = 0
        for x, y in zip(a, b):
            z += x
        total.append((z, list(a)))
    return total[0], total[-1]

class Dies:
    count = 0
    def __del__(self):
        Dies.count += 1

def finalisers(n):
    d = {}
    l = [None] * 4
    seen = []
    for i in range(n):
        d[i % 4] = Dies()
        l[i & 3] = Dies()
        t = (Dies(), i)
        seen.append(Dies.count)
        del t
    d = l = t = None
    return seen[-1], Dies.count

def aliases(n):
    class Box:
        pass
    p = Box()
    q = p
    p.s = "start"
    l = ["a" * 3, "b" * 3]
    out = 0
    for i in range(n):
        y = p.s
        z = q.s
        out += len(z)
        q.s = "s" + str(i)
        out += len(y) + len(q.s)
        k = i & 1
        y = l[k]
        z = l[i % 2]
        out += len(z)
        l[i % 2] = "t" + str(i)
        out += len(y)
    return out, y

def inside(n):
    l = [1, "two", 3.0, None, (4,), Key(5)]
    c = 0
    nan = float("nan")
    for i in range(n):
        c += i in l
        c += Key(5) in l
        c += nan in (nan, 1)
        c += "two" in l
        c += 3 in l
        c += [] not in l
    return c

def out_of_range(n):
    l = list(range(10))
    total = 0
    for i in range(n):
        total += l[-(i % 12)]
    return total

def builds_in_namespace(n):
    g = globals()
    for i in range(n):
        g["fresh"] = i
        g["other%d" % (i % 3)] = i
    return fresh, other1

for n in (5, 300, 1500):
    for f in (tuples, lists, comprehensions, cleared, grown, shared, exhausted, ranges, mixed_keys, changed, missing, unhashable, set_changes,
              views, pairs, zip_shared_end, finalisers, aliases, inside, out_of_range, builds_in_namespace):
        attempt(f, n)

# --- functions written in C
class Odd(int):
    @property
    def __class__(self):
        return str

class Size:
    def __len__(self):
        return 3
    def __lt__(self, other):
        return True

def kinds(n):
    values = [1, 2.5, "s", True, None, Odd(3), 2**80, [], Size()]
    out = 0
    for i in range(n):
        v = values[i % len(values)]
        out += isinstance(v, int) + 2 * isinstance(v, str) + 4 * isinstance(v, (float, list)) + 8 * isinstance(v, Size) + 16 * isinstance(v, object)
    return out

def popped(n):
    l = list(range(n))
    out = 0
    while l:
        out += l.pop() + l.count(3)
        if len(l) % 5 == 0:
            l.append(-1)
            out -= l.pop()
    for i in range(n):
        l.append(i)
    while True:
        out += l.pop()

def gets(n):
    d = {1: "one", "two": 2, (3, 4): 5, Key(6): 7}
    out = []
    for i in range(n):
        out.append((d.get(1), d.get("two", 0), d.get((3, 4)), d.get(Key(6)), d.get(i), d.get(i, i)))
    return out[1], out[-1]

def adds(n):
    s = set()
    for i in range(n):
        s.add(i % 17)
        s.add(str(i % 5))
        s.add((i % 3, "x"))
        if i % 10 == 0:
            s.add(Key(i % 7))
    return len(s)

def extremes(n):
    out = 0
    for i in range(n):
        out += min(i, 10) + max(i % 7, 2.5) + min(3, 4) + len("abc") + ord("a")
        out += max("a", "b") == "b"
        out += min([i, 2]) + len(Size())
        if i > n - 3:
            out += min(Size(), Size()) is None
    return out

def words(n):
    out = []
    for i in range(n):
        t = " Some Words %d" % i
        parts = t.split()
        out.append("-".join(parts).upper().lower() + t.strip() + "".join(c for c in t if c.isdigit()))
        if t.startswith(" S") and t.endswith(("1", "2")) and t.find("W") == 6:
            out.append(",".join({"k": 1}))
    return out[-1], len(out)

def bad_join(n):
    parts = ["a"] * n
    for i in range(n):
        if i == n - 1:
            parts[2] = 5
        r = "".join(parts)
    return r

def bad_range(n):
    out = 0
    for i in range(n, -1, -1):
        for j in range(0, 5, i):
            out += j
    return out

def slices(n):
    l = list(range(30))
    t = tuple(l)
    s = "abcdefghij\u1234"
    out = 0
    for i in range(n):
        out += len(l[i % 30 :]) + len(t[: i % 20 : 2]) + len(s[1 : -i % 5]) + len(l[::-1])
        for x in l[2:5]:
            out += x
    return out

def ends(n):
    out = []
    for i in range(n):
        d = {1: 2, "a": "b"}
        it = iter(d)
        for x in it:
            pass
        d["new"] = 1
        out.append(list(it))
        e = enumerate("ab")
        for j, c in e:
            pass
        out.append(list(e))
        for j, c in enumerate([1, 2]):
            pass
        for c in {5, 6}:
            out.append(c)
        for k, v in d.items():
            out.append((k, v))
    return out[-9:], len(out)

class Told:
    def __init__(self, name, log):
        self.name = name
        self.log = log
    def __del__(self):
        self.log.append(self.name)

def sources_die(n):
    log = []
    for i in range(n):
        for x in [Told("list", log)]:
            pass
        log.append("after list")
        for x in {"k": Told("dict", log)}.values():
            pass
        log.append("after dict")
        for j, x in enumerate((Told("tuple", log),)):
            pass
        del x
        log.append("after tuple")
    return log[-8:], len(log)

for n in (5, 300, 1500):
    for f in (kinds, popped, gets, adds, extremes, words, bad_join, bad_range, slices, ends, sources_die):
        attempt(f, n)

def compared(n):
    a, b, c = (1, "x"), (1, "y"), [1, [2]]
    out = 0
    for i in range(n):
        t = (i % 3, "x")
        out += (t == a) + 2 * (t < b) + 4 * (t >= a) + 8 * (c == [1, [i % 3]]) + 16 * (c > [1])
        if t != b:
            out += 1
        if (Key(1), 2) == (Key(i % 2), 2):
            out += 100
    for i in range(n):
        out += (i, 1) < (i, "s" if i == n - 1 else 2)
    return out

def defaults(n):
    d = {}
    for i in range(n):
        d.setdefault(i % 9, []).append(i)
        d.setdefault((i % 3,), i)
        if i % 7 == 0:
            d.setdefault(Key(i % 4))
    return len(d), sum(map(len, (v for v in d.values() if isinstance(v, list))))

def fills(n):
    out = 0
    for i in range(n):
        l = []
        for j in range(i % 40):
            l.append(str(j))
        out += len(l) + len(l[5:-3])
        l[2:4] = ["a", "b", "c"]
        out += len(l)
    return out

def bad_slice(n):
    s = "abc"
    for i in range(n):
        s[i % 3 : ("x" if i == n - 1 else None)]

for n in (5, 300, 1500):
    for f in (compared, defaults, fills, bad_slice):
        attempt(f, n)
