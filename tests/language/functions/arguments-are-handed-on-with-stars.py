# what a function is given as *args and **kwargs it may hand on, change, keep, look at; how many there are may change from call to call
import sys

def target(*args, **kwargs):
    return (args, kwargs)
def plain(a, b=2, c=3):
    return a * 100 + b * 10 + c
def wrapped(*args, **kwargs):
    return plain(*args, **kwargs)
def in_front(*args, **kwargs):
    return plain(1, *args, **kwargs)
def twice(*args):
    return target(*args, *args)
def of_list(items):
    return plain(*items)
def keeps(*args, **kwargs):
    kept.append((args, kwargs))
    return len(kept)
def changes(*args, **kwargs):
    kwargs["c"] = len(args)
    return plain(*args, **kwargs)
def looks(*args, **kwargs):
    frame = sys._getframe()
    return frame.f_locals["args"], sorted(frame.f_locals["kwargs"])

total = 0
for i in range(300):
    total += wrapped(i) + wrapped(i, 1) + wrapped(i, 1, 2)
print(total)  # expect: 13469400
total = 0
for i in range(300):
    total += in_front(i) + in_front()
print(total)  # expect: 516300
for n in range(300):
    args = (n,) * (n // 100 + 1)
    got = wrapped(*args)
    if n % 100 == 99: print(got)
# expect: 9923
# expect: 21893
# expect: 33189
for n in range(300):
    items = [n, 1, 2]
    if n == 250: items.pop()
    if n == 251: items = (n,)
    if n == 252: items = iter([n, 5])
    got = of_list(items)
    if n in (249, 250, 251, 252, 299): print(got)
# expect: 24912
# expect: 25013
# expect: 25123
# expect: 25253
# expect: 29912
for n in range(200):
    got = twice(n, "x")
print(got)  # expect: ((199, 'x', 199, 'x'), {})
kept = []
for n in range(200):
    keeps(n, n + 1)
print(len(kept), kept[0], kept[199], kept[0][1] is kept[1][1])
# expect: 200 ((0, 1), {}) ((199, 200), {}) False
for n in range(200):
    got = changes(n, 7)
print(got)  # expect: 19972
for n in range(200):
    got = looks(n, 7)
print(got)  # expect: ((199, 7), [])
for n in range(200):
    got = wrapped(n) if n != 150 else wrapped(n, c=9)
    if n in (149, 150, 151): print(got)
# expect: 14923
# expect: 15029
# expect: 15123
def error():
    results = []
    for n in range(200):
        try:
            results.append(wrapped(*([n] * (3 if n != 150 else 4))))
        except TypeError as e:
            print(n, e)
    return len(results)
print(error())
# expect: 150 plain() takes from 1 to 3 positional arguments but 4 were given
# expect: 199
def not_iterable():
    for n in range(200):
        what = [n] if n != 170 else n
        try:
            twice(1, *what)
        except TypeError as e:
            print(n, str(e)[-40:])
not_iterable()  # expect: 170 lue after * must be an iterable, not int

# the tuple of the caller lives as long as the call, and dies behind it
class Noisy:
    def __init__(self, name): self.name = name
    def __del__(self): log.append(self.name)
log = []
def take(*args):
    log.append("called")
    args = None
    log.append("let go")
def hand_on(*args): take(*args)
for n in range(100):
    log.clear()
    hand_on(Noisy(n), Noisy(-n))
    hand_on()
print(log)  # expect: ['called', 'let go', -99, 99, 'called', 'let go']
class Box:
    def __call__(self, *args, **kwargs): return self.inner(*args, **kwargs)
    def inner(self, *args, scale=1, **more): return sum(args) * scale + len(more)
box = Box()
total = 0
for n in range(200):
    total += box(n, 1) + box(*range(3)) + box(scale=2) + box(n, other=1)
print(total)  # expect: 40800
class Made:
    def __init__(self, *args, **kwargs): self.args, self.kwargs = args, kwargs
class Child(Made):
    def __init__(self, *args, **kwargs): super().__init__(*args, **kwargs)
for n in range(200):
    m = Child(n, "a")
print(m.args, m.kwargs)  # expect: (199, 'a') {}
m.kwargs["x"] = 1
print(Child().kwargs)  # expect: {}
def stars(first, *rest): return first if not rest else stars(*rest)
for n in range(100):
    got = stars(*range(n % 5 + 1))
    if n > 95: print(got)
# expect: 1
# expect: 2
# expect: 3
# expect: 4
def empty_is_one(*args): return args
print(empty_is_one() is empty_is_one(*[]) is ())  # expect: True
def generator(*args):
    yield from args
total = 0
for n in range(200):
    for x in generator(*(n, 1)): total += x
print(total)  # expect: 20100
def deep(*args):
    if len(args) == 4: raise ValueError(args)
    return deep(*args, len(args))
for n in range(120):
    try: deep(n)
    except ValueError as e:
        tb = e.__traceback__
        depth = 0
        while tb.tb_next:
            tb = tb.tb_next
            depth += 1
        if n > 117: print(depth, e.args, tb.tb_frame.f_locals)
# expect: 4 ((118, 1, 2, 3),) {'args': (118, 1, 2, 3)}
# expect: 4 ((119, 1, 2, 3),) {'args': (119, 1, 2, 3)}
