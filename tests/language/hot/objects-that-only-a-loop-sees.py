# objects that are made in a loop and forgotten there keep their identity, their contents and the time of their death
import gc
import weakref


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def plus(self, other):
        return Point(self.x + other.x, self.y + other.y)

    def swapped(self):
        self.x, self.y = self.y, self.x
        return self


def walk(n):
    p = Point(0, 0.0)
    step = Point(2, 0.5)
    for i in range(n):
        p = p.plus(step)
        if i % 50 == 49:
            p = p.swapped().swapped()
    return p


p = walk(300)
print(p.x, p.y, type(p) is Point, p.__dict__)  # expect: 600 150.0 True {'x': 600, 'y': 150.0}


# the same object in several registers is one object when the loop is left
def aliases(n):
    kept = []
    for i in range(n):
        a = Point(i, -i)
        b = a
        pair = (a, b)
        if i % 60 == 59:
            kept.append((a, b, pair))
    return kept


for a, b, pair in aliases(300):
    print(a is b, pair[0] is a, pair[1] is b, a.x, b.y, end=" ")
    a.x = "changed"
    print(b.x, pair[0].x)
# expect: True True True 59 -59 changed changed
# expect: True True True 119 -119 changed changed
# expect: True True True 179 -179 changed changed
# expect: True True True 239 -239 changed changed
# expect: True True True 299 -299 changed changed


# identity, truth, length and type of what was never seen outside
def questions(n):
    total = 0
    for i in range(n):
        t = (i, i + 1)
        u = (i, i + 1)
        q = Point(i, i)
        total += (t is t) + 10 * (t is u) + 100 * (q is not None) + 1000 * len(t) + isinstance(q, Point)
        if t and q:
            total += t[0] - t[-1]
        if not t:
            total = -1
    return total


print(questions(200))  # expect: 420200


# attributes come and go
def grows(n):
    out = 0
    for i in range(n):
        q = Point(i, 1)
        q.z = q.x + q.y
        q.x = None
        q.w = q
        out += q.z + (q.w.x is None)
        q.w = 0
    return out


print(grows(200))  # expect: 20300


# what an object holds dies when the object does
class Noisy:
    def __init__(self, name, log):
        self.name = name
        self.log = log

    def __del__(self):
        self.log.append(self.name)


def deaths(n):
    log = []
    for i in range(n):
        held = Point(Noisy(i, log), (Noisy(i + 1000, log), Noisy(i + 2000, log)))
        log.append("made")
        held.x = None
        log.append("replaced")
        held = None
        log.append("dropped")
    return log


log = deaths(120)
print(len(log), log[:7], log[-7:])
# expect: 720 ['made', 0, 'replaced', 2000, 1000, 'dropped', 'made'] ['dropped', 'made', 119, 'replaced', 2119, 1119, 'dropped']


# the class learns to die in the middle
class Late:
    def __init__(self, n):
        self.n = n


def late(n):
    log = []
    for i in range(n):
        v = Late(i)
        if i == n - 3:
            Late.__del__ = lambda self: log.append(self.n)
        v.m = v.n
    del v
    return log


print(late(200))  # expect: [197, 198, 199]


# weak references, id() and the collector see a real object
def observed(n):
    alive = []
    for i in range(n):
        q = Point(i, i)
        if i % 40 == 39:
            r = weakref.ref(q)
            alive.append((r() is q, id(q) == id(r()), gc.collect() >= 0, q.x))
            q = None
            alive.append(r() is None)
    return alive


print(observed(160))
# expect: [(True, True, True, 39), True, (True, True, True, 79), True, (True, True, True, 119), True, (True, True, True, 159), True]


# an exception in the middle of making leaves nothing behind
class Picky:
    def __init__(self, n, log):
        self.log = log
        self.first = Noisy(n, log)
        if n % 30 == 29:
            raise ValueError(n)
        self.second = n


def picky(n):
    log = []
    caught = []
    for i in range(n):
        try:
            q = Picky(i, log)
        except ValueError as e:
            caught.append((e.args[0], hasattr(e.__traceback__.tb_next.tb_frame.f_locals["self"], "second")))
        q = None
    return len(log), log[25:35], caught


print(picky(90))
# expect: (90, [25, 26, 27, 28, 29, 30, 31, 32, 33, 34], [(29, False), (59, False), (89, False)])


# tuples go round, change their kind, and get out
def round_and_round(n):
    a, b = 0, 1
    state = (0, 1.5, None)
    for i in range(n):
        a, b = b, (a + b) % 10007
        state = (state[0] + a, state[1] + 0.25, i if i % 2 else None)
        if i == n - 10:
            state = (state[0], "now a string", state)
            break
    return a, b, state


print(round_and_round(200))  # expect: (6420, 9530, (896565, 'now a string', (896565, 49.25, None)))


def nested(n):
    acc = ((0, 0), (0, (0, 0)))
    for i in range(n):
        (a, b), (c, (d, e)) = acc
        acc = ((a + 1, b + i), (c - 1, (d + a, e)))
    return acc


print(nested(300))  # expect: ((300, 44850), (-300, (44850, 0)))


# two registers that hold the same object at one time and different ones at another
def meet(n):
    a = Point(0, 0)
    b = a
    same = 0
    for i in range(n):
        if a is b:
            same += 1
        b = Point(a.x + 1, b.y)
        if i % 3 == 0:
            a = b
        else:
            a = Point(b.x, i)
    return same, a.x, b.x, a.y, b.y


print(meet(200))  # expect: (68, 200, 200, 199, 0)


# cells
def closures(n):
    total = 0
    for i in range(n):
        def add(k):
            nonlocal total
            total += k + i
            return total
        add(2)
    return total


print(closures(200))  # expect: 20300


def parameters(n):
    def inner(k):
        x = k
        def get():
            return x
        x += 1
        return get() + x
    return sum(inner(i) for i in range(n))


print(parameters(200))  # expect: 40200


# slices
def slices(n):
    data = list(range(20))
    total = 0
    for i in range(n):
        total += sum(data[i % 10 : i % 10 + 3]) + len(data[:-1]) + data[::5][1]
        s = slice(i, None)
        total += s.start
    return total


print(slices(150))  # expect: 17250


# __slots__, inheritance, a class without attributes
class Slotted:
    __slots__ = ("a", "b")

    def __init__(self, a):
        self.a = a


class Derived(Slotted):
    def __init__(self, a):
        super().__init__(a)
        self.b = a * 2
        self.c = a * 3


class Bare:
    pass


def kinds(n):
    total = 0
    missing = 0
    for i in range(n):
        s = Slotted(i)
        try:
            total += s.a + s.b
        except AttributeError:
            missing += 1
        d = Derived(i)
        total += d.a + d.b + d.c
        e = Bare()
        e.v = i
        total += e.v
    return total, missing


print(kinds(200))  # expect: (139300, 200)
