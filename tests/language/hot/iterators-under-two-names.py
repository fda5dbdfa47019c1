# an iterator that is reached under two names has one position, also where a trace keeps it in registers
class O: pass
class P:
    def __init__(self, v): self.v = v
def run(n):
    o = O()
    lst = []
    out = []
    o.it = iter(range(100000))
    for i in range(n):
        for x in o.it:
            break
        lst.append(P(i)); lst.pop()
        for y in o.it:
            break
        out.append((x, y))
    return out
r = run(200)
print([v for i, v in enumerate(r) if v != (2*i, 2*i+1)][:5])  # expect: []
def run2(n):
    o = O()
    lst = [P(0)]
    out = []
    o.it = iter(range(100000))
    for x in o.it:
        lst[0] = P(x)
        y = next(o.it)
        out.append((x, y))
        if x > n: break
    return out
r = run2(400)
print([v for i, v in enumerate(r) if v != (2*i, 2*i+1)][:5])  # expect: []
def run3(n):
    o = O(); q = O()
    lst = [P(0)]
    out = []
    o.it = q.it = iter(list(range(100000)))
    for x in o.it:
        for y in q.it: break
        lst[0] = P(x)
        for z in q.it: break
        out.append((x, y, z))
        if x > n: break
    return out
r = run3(400)
print([v for i, v in enumerate(r) if v != (3*i, 3*i+1, 3*i+2)][:5])  # expect: []
def run4(n):
    d = {k: k for k in range(3000)}
    a = iter(d); b = a; c = [a]
    out = []
    for x in a:
        for y in b: break
        for z in c[0]: break
        out.append((x, y, z))
        if x > n: break
    return out
r = run4(400)
print([v for i, v in enumerate(r) if v != (3*i, 3*i+1, 3*i+2)][:5])  # expect: []
def run5(n):
    o = O(); o.e = enumerate(range(100000)); p = O(); p.e = o.e
    out = []
    lst = [P(0)]
    for i, x in o.e:
        lst[0] = P(x)
        for j, y in p.e: break
        lst[0] = P(y)
        out.append((i, x, j, y))
        if x > n: break
    return out
r = run5(400)
print([v for i, v in enumerate(r) if v != (2*i, 2*i, 2*i+1, 2*i+1)][:5])  # expect: []
def gen(it):
    for x in it: yield x
def run6(n):
    o = O(); o.it = iter(range(100000))
    g = gen(o.it); h = gen(o.it)
    out = []
    lst = [P(0)]
    for x in g:
        y = next(h)
        lst[0] = P(x)
        for z in o.it: break
        out.append((x, y, z))
        if x > n: break
    return out
r = run6(400)
print([v for i, v in enumerate(r) if v != (3*i, 3*i+1, 3*i+2)][:5])  # expect: []
def gen(n):
    i = 0
    while i < n:
        yield i
        i += 1
def check(r, k):
    bad = [v for i, v in enumerate(r) if v != tuple(k*i+j for j in range(k))]
    print(len(r), bad[:3])
def walk1(n):
    o = O(); o.g = gen(100000); p = O(); p.g = o.g
    lst = [P(0)]; out = []
    for x in o.g:
        for y in p.g: break
        lst[0] = P(x)
        z = next(p.g)
        lst[0] = P(y)
        w = o.g.send(None)
        out.append((x, y, z, w))
        if x > n: break
    return out
check(walk1(600), 4)  # expect: 152 []
def walk2(n):
    o = O(); o.g = gen(100000)
    lst = [P(0)]; out = []
    def take(g): 
        for x in g: return x
    for i in range(n):
        a = take(o.g); lst[0] = P(a); b = take(o.g); lst[0] = P(b); c = next(o.g)
        out.append((a, b, c))
    return out
check(walk2(300), 3)  # expect: 300 []
def walk3(n):
    g = gen(100000); h = g; l = [g]
    out = []
    def inner():
        return next(g)
    lst = [P(0)]
    for x in g:
        y = inner(); lst[0] = P(x)
        z = next(l[0])
        out.append((x, y, z))
        if x > n: break
    return out
check(walk3(600), 3)  # expect: 202 []
def walk4(n):
    o = O(); o.z = zip(range(100000), iter(range(100000))); q = O(); q.z = o.z
    out = []; lst = [P(0)]
    for a, b in o.z:
        lst[0] = P(a)
        for c, d in q.z: break
        out.append((a, c)); 
        if a != b or c != d: print('bad')
        if a > n: break
    return out
check(walk4(600), 2)  # expect: 302 []
def walk5(n):
    m = O(); m.it = map(abs, range(100000)); k = O(); k.it = m.it
    out = []; lst = [P(0)]
    for a in m.it:
        lst[0] = P(a)
        for b in k.it: break
        c = next(m.it)
        out.append((a, b, c))
        if a > n: break
    return out
check(walk5(600), 3)  # expect: 202 []
def walk6(n):
    it = iter(range(100000))
    e = enumerate(it); out = []; lst = [P(0)]
    for i, a in e:
        b = next(it)
        lst[0] = P(a)
        out.append((a, b))
        if a > n: break
    return out
check(walk6(600), 2)  # expect: 302 []
def walk7(n):
    r = range(100000); out = []; lst = [P(0)]
    it = iter(r); 
    z = zip(it, it, it)
    for a, b, c in z:
        lst[0] = P(a)
        out.append((a, b, c))
        if a > n: break
    return out
check(walk7(600), 3)  # expect: 202 []
def walk8(n):
    it = iter(range(100000)); out = []; lst = [P(0)]
    its = [it, it]
    for i in range(n):
        t = []
        for j in its:
            for x in j: break
            t.append(x); lst[0] = P(x)
        out.append(tuple(t))
    return out
check(walk8(300), 2)  # expect: 300 []
def walk9(n):
    it = iter(range(100000)); jt = iter(range(100000)); out = []; lst = [P(0)]
    its = [it, jt]
    for i in range(n):
        if i % 7 == 3: its = [jt, it]
        a, b = its
        for x in a: break
        for y in b: break
        if i == n // 2: b = its[1] = a
        out.append((x, y))
    return out
r = walk9(300); print(r[140:160])
# expect: [(140, 140), (141, 141), (142, 142), (143, 143), (144, 144), (145, 145), (146, 146), (147, 147), (148, 148), (149, 149), (150, 150), (151, 152), (153, 154), (155, 156), (157, 158), (159, 160), (161, 162), (163, 151), (164, 152), (165, 153)]
# an enumerate() over a range, inside a generator that somebody else goes on with
class DropWhile:
    def __init__(self, it): self._it, self._drops = iter(it), True
    def __iter__(self): return self
    def __next__(self):
        if self._drops:
            for x in self._it:
                if x >= 2:
                    self._drops = False
                    return x
        return next(self._it)
print([r for r in (list(DropWhile(q + n for n, q in enumerate(range(6)))) for _ in range(60)) if r != [2, 4, 6, 8, 10]])
# expect: []
