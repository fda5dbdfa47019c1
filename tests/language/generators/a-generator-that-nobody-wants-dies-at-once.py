# a generator that nobody wants any more dies at once: what it holds too, and a try in it is left
import gc, weakref
class D:
    def __init__(self, name): self.name = name
    def __del__(self): print("dies", self.name)
def plain(a):
    d = D(a)
    yield 1
    yield 2
def tried(a):
    d = D(a)
    try: yield 1
    finally: print("finally", a)
def caught(a):
    try: yield 1
    except GeneratorExit: print("exit", a); raise
def handled(a):
    try: raise ValueError(a)
    except ValueError as e:
        yield str(e)
        yield 2
def outer(g):
    d = D("outer")
    yield from g
def withs(a):
    class M:
        def __enter__(self): return self
        def __exit__(self, *x): print("exit", x[0])
    with M(): yield 1
for f in (plain, tried, caught, handled, withs):
    g = f(f.__name__); print(next(g)); del g; print("gone", f.__name__)
# expect: 1
# expect: dies plain
# expect: gone plain
# expect: 1
# expect: finally tried
# expect: dies tried
# expect: gone tried
# expect: 1
# expect: exit caught
# expect: gone caught
# expect: handled
# expect: gone handled
# expect: 1
# expect: exit <class 'GeneratorExit'>
# expect: gone withs
inner = tried("inner"); o = outer(inner); next(o); del o; print("outer gone", inner.gi_frame)
# expect: finally inner
# expect: dies inner
# expect: dies outer
# expect: outer gone None
inner = plain("shared"); o = outer(inner); next(o); del o; print("outer gone"); print(next(inner, "closed"))
# expect: dies shared
# expect: dies outer
# expect: outer gone
# expect: closed
o = outer(iter([1, 2])); next(o); del o; print("list outer gone")
# expect: dies outer
# expect: list outer gone
g = plain("weak"); next(g); r = weakref.ref(g, lambda _: print("callback")); del g; print(r())
# expect: callback
# expect: dies weak
# expect: None
g = plain("closed"); next(g); print(g.close()); print(next(g, "end")); del g
# expect: dies closed
# expect: None
# expect: end
def holds():
    g = plain("cycle"); next(g)
    class C: pass
    c = C(); c.g = g; c.c = c
holds(); gc.collect(); print("collected")
# expect: dies cycle
# expect: collected
print(next((x for x in [1, 2, 3] if x > 1), None), next((x for x in [] if x), "none"))  # expect: 2 none
def bad():
    yield 1
    raise KeyError("in it")
b = bad(); print(next(b, 0))  # expect: 1
try: next(b, 0)
except KeyError as e: print("KeyError", e)  # expect: KeyError 'in it'
print(next(b, "over"))  # expect: over
try: next([1], 0)
except TypeError as e: print(e)  # expect: 'list' object is not an iterator
def running():
    try: print(next(me, "never"))
    except ValueError as e: print(e)
    yield 5
me = running(); print(next(me, "x")); del me
# expect: generator already executing
# expect: 5
def loop(n):
    t = 0
    for i in range(n):
        t += next((x for x in (1, 2, 3) if x > i % 5), 100)
        g = plain_quiet(i); t += next(g); t += next(g, 7); t += next(g, 9)
    return t
def plain_quiet(i):
    yield i
    if i % 3: yield 2
print(loop(3000))  # expect: 4660100
def deaths(n):
    log = []
    class E:
        def __init__(self, i): self.i = i
        def __del__(self): log.append(self.i)
    def g(i):
        e = E(i)
        yield i
        yield -i
    for i in range(n):
        log.append(next(g(i), None))
        log.append("after")
    return log[:6], len(log)
print(deaths(2000))  # expect: ([0, 0, 'after', 1, 1, 'after'], 6000)
