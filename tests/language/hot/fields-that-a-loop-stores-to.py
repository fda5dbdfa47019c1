# a field that every round stores to has the right value for whoever looks, and its type may change
class P:
    def __init__(self, x, y): self.x, self.y = x, y
def changes_type(n):
    p = P(0, 0)
    for i in range(n):
        p.x += 1 if i < n // 2 else 0.5
        p.y += p.x
    return p.x, p.y
print(changes_type(400))  # expect: (300.0, 70150.0)
def overflows(n):
    p = P(2 ** 46, 0)
    for i in range(n):
        p.x += 2 ** 38
        p.y = p.x - 1
    return p.x, p.y
print(overflows(700))  # expect: (262783279038464, 262783279038463)
def two_names(n, same):
    a = P(1, 2)
    b = a if same else P(1, 2)
    for i in range(n):
        a.x += 1
        b.x += 2
        a.y += b.x
    return a.x, a.y, b.x, b.y
print(two_names(300, False), two_names(300, True))  # expect: (301, 90602, 601, 2) (901, 135752, 901, 135752)
def swapped(n):
    a, b = P(0, 0), P(100, 0)
    for i in range(n):
        a.x += 1
        b.y += a.x
        if i % 50 == 49: a, b = b, a
    return a.x, a.y, b.x, b.y
print(swapped(400))  # expect: (200, 40100, 300, 20100)
def seen_in_between(n):
    p = P(0.0, 0)
    def look():
        got.append(p.x)
    got = []
    for i in range(n):
        p.x += 0.25
        if i % 100 == 0: look()
    return got, p.x
print(seen_in_between(400))  # expect: ([0.25, 25.25, 50.25, 75.25], 100.0)
def set_in_between(n):
    p = P(0, 0)
    for i in range(n):
        p.x += 1
        if i == 200: setattr(p, "x", "text"[:0] or 5.5)
        if i == 300: p.__dict__["x"] = 7
        if i == 350: vars(p).update(y=1.5)
        p.y += p.x
    return p.x, p.y
print(set_in_between(400))  # expect: (106, 4076.5)
def raises(n, at):
    p = P(0, 0)
    try:
        for i in range(n):
            p.x += 1
            p.y += 10 // (at - i)
    except ZeroDivisionError:
        pass
    return p.x, p.y
print(raises(400, 390), raises(300, -1))  # expect: (391, 27) (300, -323)
def in_traceback(n):
    p = P(0, 0)
    for i in range(n):
        p.x += i
        if i == n - 1: raise ValueError
try: in_traceback(300)
except ValueError as e: print(e.__traceback__.tb_next.tb_frame.f_locals["p"].x)  # expect: 44850
class Del:
    def __init__(self, p): self.p = p
    def __del__(self): died.append(self.p.x)
died = []
def dies(n):
    p = P(0, 0)
    d = None
    for i in range(n):
        p.x += 1
        if i % 100 == 50: d = Del(p)
    return p.x
print(dies(400), died)  # expect: 400 [151, 251, 351, 400]
class Watched(P):
    def __setattr__(self, name, value):
        if name == "y": log.append(value)
        object.__setattr__(self, name, value)
log = []
def hooked(n):
    p = Watched(0, 0)
    for i in range(n):
        p.x += 1
        if i % 100 == 99: p.y = p.x
    return p.x
print(hooked(300), log)  # expect: 300 [0, 100, 200, 300]
def special(n):
    p = P(-0.0, float("nan"))
    signs = 0
    for i in range(n):
        p.x *= -1.0
        p.y += 1.0
        signs += str(p.x) == "-0.0"
    return p.x, p.y, signs
print(special(301))  # expect: (0.0, nan, 150)
def generator(p, n):
    for i in range(n):
        p.x += 1
        if i % 10 == 0: yield p.x
def driven(n):
    p = P(0, 0)
    for seen in generator(p, n):
        p.x += 100
        p.y += seen
    return p.x, p.y
print(driven(400))  # expect: (4400, 85840)
total = 0
def of_globals(n):
    global total
    for i in range(n):
        total += i
        if i == 150: peek()
    return total
def peek(): print("so far", total)
print(of_globals(300))
# expect: so far 11325
# expect: 44850
def of_cell(n):
    c = 0
    def add(k):
        nonlocal c
        c += k
    for i in range(n): add(i if i < 200 else 0.5)
    return c
print(of_cell(300))  # expect: 19950.0
class Counter:
    count = 0
    def bump(self): Counter.count += 1
def of_class(n):
    c = Counter()
    for i in range(n): c.bump()
    return Counter.count
print(of_class(300))  # expect: 300
class Slots:
    __slots__ = ("a", "b")
def of_slots(n):
    s = Slots()
    s.a = s.b = 0
    for i in range(n):
        s.a += 1
        if i == 250: del s.b
        try: s.b += s.a
        except AttributeError: s.b = -1
    return s.a, s.b
print(of_slots(300))  # expect: (300, 13523)
def items(n):
    a = [0, 0.0, 1]
    for i in range(n):
        a[0] += 1
        a[1] += a[0]
        a[-1] += 1
        if i == 200: a[0] = 0.5
        if i == 250: a.insert(0, 3)
        if i == 280: a.reverse()
    return a
print(items(300))  # expect: [301, 27149.0, 605.5, 52]
def grows(n):
    a, b = [], []
    c = b
    for i in range(n):
        a.append(i)
        b.append(len(a))
        if i == 200: a.clear()
        if i % 100 == 0: c.append(len(b))
    return len(a), len(b), b[-3:]
print(grows(300))  # expect: (99, 303, [97, 98, 99])
def nested(n):
    p = P(0, 0.0)
    for i in range(n):
        for j in range(5):
            p.x += j
            p.y += p.x
        p.x -= i
        if i == n - 5: p.x = 0.5
    return p.x, p.y
print(nested(200))  # expect: (-749.5, -5224990.0)
def alternating(n):
    p = P(0, 0)
    for k in range(n):
        p.x = 0 if k % 2 else 0.0
        for i in range(30):
            p.x += 1
        p.y += p.x
    return p.x, p.y
print(alternating(60))  # expect: (30, 1800.0)
def deleted(n):
    p = P(0, 0)
    for i in range(n):
        p.x += 1
        if i == n - 10: del p.x
try: deleted(300)
except AttributeError as e: print(e)  # expect: 'P' object has no attribute 'x'
