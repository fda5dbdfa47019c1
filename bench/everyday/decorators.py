# Functions around functions, descriptors and context managers.
import functools, time, contextlib, operator
def logged(fn):
    calls = 0
    @functools.wraps(fn)
    def w(*a, **k):
        nonlocal calls
        calls += 1
        w.calls = calls
        return fn(*a, **k)
    return w
def retry(n):
    def d(fn):
        def w(*a, **k):
            for i in range(n):
                try: return fn(*a, **k)
                except ValueError: 
                    if i == n - 1: raise
        return w
    return d
@logged
def add(a, b=1, *, c=2): return a + b + c
t = 0
for i in range(150000): t += add(i, b=2, c=i & 3)
print(t, add.calls)
state = {"n": 0}
@retry(3)
def flaky():
    state["n"] += 1
    if state["n"] % 3: raise ValueError("no")
    return state["n"]
print(sum(flaky() for _ in range(30000)))
@contextlib.contextmanager
def ctx(log):
    log.append(1)
    try: yield len(log)
    finally: log.append(2)
log = []
s = 0
for _ in range(30000):
    with ctx(log) as n: s += n
print(s, len(log))
compose = lambda *fs: functools.reduce(lambda f, g: lambda x: f(g(x)), fs)
inc = lambda x: x + 1
f = compose(inc, inc, lambda x: x * 2, inc)
print(sum(map(f, range(100000))), sum(filter(lambda x: x % 3 == 0, range(300000))))
p = functools.partial(operator.mul, 3)
print(sum(p(x) for x in range(200000)))
print(sorted([(i * 7919) % 1000 for i in range(50000)], key=lambda x: (-(x % 10), x))[:5])
