# attributes that programs give functions are found where they are now, as they come and go
def counted(f):
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        wrapper.last = args
        return f(*args, **kwargs)

    wrapper.calls = 0
    wrapper.last = None
    return wrapper


@counted
def twice(x):
    return 2 * x


@counted
def half(x, by=2):
    return x / by


def run(n):
    t = 0
    for i in range(n):
        t += twice(i) + half(i, by=4) + twice(x=i)
    return t, twice.calls, half.calls, twice.last, half.last


print(run(100))  # expect: (21037.5, 200, 100, (), (99,))
print(run(50))  # expect: (5206.25, 300, 150, (), (49,))


def f():
    pass


def changes(n):
    got = []
    f.n = 0
    f.text = ""
    for i in range(n):
        f.n += 1
        f.text = str(i)
        if i == 60:
            f.__dict__ = {"text": "new", "n": 1000}
        if i == 80:
            f.__dict__["n"] = 2.5
        if i == 100:
            del f.n
            f.n = 2**47 - 5
        if i == 120:
            f.__dict__.clear()
            f.n = 0
            f.text = "t"
        if i % 20 == 19:
            got.append((f.n, f.text))
    return got


print(changes(140))
# expect: [(20, '19'), (40, '39'), (60, '59'), (1019, '79'), (21.5, '99'), (140737488355342, '119'), (19, '139')]


def missing(n):
    def g():
        pass

    g.a = 1
    t = 0
    for i in range(n):
        try:
            t += g.a
            if i % 40 == 39:
                del g.a
        except AttributeError as e:
            t += 1000
            if i == 40:
                print(e)
            g.a = i
        if i % 50 == 49:
            g.b = i
            t += g.b
    return t


print(missing(130))
# expect: 'function' object has no attribute 'a'
# expect: 8948


def several(n):
    def make(k):
        def inner():
            return k

        inner.k = k
        if k % 2:
            inner.odd = True
        inner.total = 0
        return inner

    fs = [make(k) for k in range(4)]
    for i in range(n):
        g = fs[i % 4]
        g.total += g.k + g()
        g.__name__ = "n%d" % (i % 3)
        if hasattr(g, "odd"):
            g.total += 1
    return [(g.total, g.__name__, sorted(g.__dict__)) for g in fs]


print(several(120))
# expect: [(0, 'n2', ['k', 'total']), (90, 'n0', ['k', 'odd', 'total']), (120, 'n1', ['k', 'total']), (210, 'n2', ['k', 'odd', 'total'])]


class Noted:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


def lifetimes():
    def g():
        pass

    g.held = None
    for i in range(64):
        g.held = i
    for i in range(3):
        g.held = Noted(i)
        print("now", g.held.name)
    del g
    print("end")


lifetimes()
# expect: now 0
# expect: gone 0
# expect: now 1
# expect: gone 1
# expect: now 2
# expect: gone 2
# expect: end
