import sys  # calls that are not inlined: recursion of every kind, and what looks at its frames
def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)
print(fib(18))
def depth(n):
    return depth(n + 1) + 1 if n < 10**9 else 0
count = 0
def down(n):
    global count
    count = n
    return 1 + down(n + 1)
for i in range(30):
    try:
        down(0)
    except RecursionError as e:
        if i in (0, 1, 29): print(count, e)
def ack(m, n):
    if m == 0: return n + 1
    if n == 0: return ack(m - 1, 1)
    return ack(m - 1, ack(m, n - 1))
print(ack(2, 9))
def even(n): return True if n == 0 else odd(n - 1)
def odd(n): return False if n == 0 else even(n - 1)
print([even(i) for i in range(40)], sum(even(i) for i in range(400)))
class T:
    __slots__ = ("l", "r", "v")
    def __init__(self, d):
        self.v = d
        if d > 0:
            self.l = T(d - 1)
            self.r = T(d - 1)
        else:
            self.l = self.r = None
    def total(self):
        if self.l is None: return 1
        return self.l.total() + self.r.total() + self.v
    def __del__(self):
        T.dead += 1
T.dead = 0
t = T(9)
print(t.total())
t = None
print(T.dead)
def raiser(n):
    if n == 0: raise ValueError("bottom")
    try:
        return raiser(n - 1) + 1
    finally:
        count
for i in range(60):
    try: raiser(20)
    except ValueError as e: 
        tb, k = e.__traceback__, 0
        while tb: tb, k, lines = tb.tb_next, k + 1, tb.tb_lineno
        if i in (0, 59): print(e, k, lines)
def changer(n):
    x = n
    if n == 0:
        f = sys._getframe(3)
        f.f_locals['x'] = "changed"
        return []
    r = changer(n - 1)
    r.append(x)
    return r
for i in range(100): out = changer(6)
print(out)
def floats(n, x):
    if n == 0: return x
    return floats(n - 1, x * 1.5) + 0.5
print(sum(floats(12, i) for i in range(300)))
def mixed(n):
    if n % 3 == 0 and n: return float(mixed(n - 1))
    if n <= 0: return 0
    return mixed(n - 1) + mixed(n - 2)
print([mixed(i) for i in range(18)])
def gen(n):
    if n:
        yield from gen(n - 1)
        yield n
print([sum(gen(i)) for i in range(60)])
def names(n):
    if n == 0: return sys._getframe(2).f_code.co_name + str(sys._getframe(1).f_lineno)
    return names(n - 1)
print({names(8) for i in range(100)})
def loop(n):
    s = 0
    for i in range(n):
        s += fib(5) + i
    return s
print(loop(400))
def lists(n):
    if n == 0: return [[]]
    return [x + [y] for x in lists(n - 1) for y in (0, 1)]
print(len(lists(8)))
def closure(k):
    def inner(n):
        return k if n == 0 else inner(n - 1) + n
    return inner(k)
print(sum(closure(i % 20) for i in range(200)))
sys.setrecursionlimit(100000)
def big(n): return 0 if n == 0 else big(n - 1) + 1
for i in range(10): print(big(20000 + i))
def redefine(n):
    global fib2
    if n == 5: fib2 = lambda n: 100
    return n if n < 2 else fib2(n - 1) + fib2(n - 2)
fib2 = lambda n: n if n < 2 else fib2(n - 1) + fib2(n - 2)
print(fib2(15)); print(redefine(12))
