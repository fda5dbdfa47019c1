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
