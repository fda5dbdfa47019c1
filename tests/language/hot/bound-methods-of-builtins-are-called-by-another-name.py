# bound methods of builtin types, kept in variables, are called in loops: other objects, other methods, errors, the last reference
def fill(n):
    out = []
    add = out.append
    for i in range(n):
        add(i * i)
    return out

print(sum(fill(500)), fill(3))  # expect: 41541750 [0, 1, 4]


def rotate(n):
    row = [1, 2, 3, 4, 5]
    insert = row.insert
    pop = row.pop
    for i in range(n):
        insert(i % 4, pop(0))
    return row

print(rotate(300))  # expect: [1, 2, 3, 4, 5]


# the same variable holds methods of other objects and other types
def several(things, x):
    seen = []
    for thing in things:
        f = thing.append if hasattr(thing, "append") else thing.add
        for i in range(60):
            f(x)
        seen.append(len(thing))
    return seen

class Rows(list):
    pass

class Loud(list):
    count = 0
    def append(self, x):
        Loud.count += 1
        super().append(x)

from collections import deque
print(several([[], set(), Rows(), deque(maxlen=7), Loud(), bytearray(), []], 7), Loud.count)
# expect: [60, 1, 60, 7, 60, 60, 60] 60


# another method of the same object, and another object, in the middle of a loop
def changing(n):
    a, b = [], []
    f = a.append
    for i in range(n):
        if i == 100:
            f = b.append
        elif i == 150:
            f = a.extend
        if i < 150:
            f(i)
        else:
            f((i, i))
    return len(a), len(b), a[-3:], b[-1]

print(changing(200))  # expect: (200, 50, [198, 199, 199], 149)


# what the method raises
def emptied(n):
    rest = list(range(n))
    pop = rest.pop
    caught = 0
    for i in range(n + 5):
        try:
            pop()
        except IndexError as e:
            caught += 1
            said = str(e)
    return caught, said

print(emptied(200))  # expect: (5, 'pop from empty list')


def looked_up(n):
    get = {i: str(i) for i in range(10)}.get
    total = 0
    for i in range(n):
        total += len(get(i, "none"))
    return total

print(looked_up(150))  # expect: 570

join = ", ".join
starts = "abcdef".startswith
size = 0
for i in range(150):
    size += len(join([str(i), "x"])) + starts("abc") + starts(("x", "ab"))
print(size)  # expect: 1090


# unhashable arguments, wrong numbers of arguments
def refused(f, *args):
    caught = set()
    for i in range(120):
        try:
            f(*args) if i < 60 else f(args[0])
        except TypeError as e:
            caught.add(str(e))
    return sorted(caught)

print(refused(set().add, []))  # expect: ["cannot use 'list' as a set element (unhashable type: 'list')"]


def too_many(n):
    f = [].append
    caught = 0
    for i in range(n):
        try:
            f() if i > 100 else f(i)
        except TypeError as e:
            caught += 1
            said = str(e)
    return caught, said

print(too_many(130))  # expect: (29, 'list.append() takes exactly one argument (0 given)')


# the method holds the last reference of its object, and the object's items die with it
class Dies:
    def __init__(self, n):
        self.n = n
    def __del__(self):
        log.append(self.n)

log = []
def let_go(n):
    for i in range(n):
        keep = [Dies(i)].append
        keep(Dies(-i))
    return log[-6:]

print(let_go(120), len(log))  # expect: [-116, 116, -117, 117, -118, 118] 240


def replaced(n):
    items = [Dies(0)]
    put = items.__setitem__
    take = items.pop
    for i in range(n):
        if i % 2:
            put(0, Dies(i))
        else:
            take(0)
            items.append(Dies(i))
    return log[-4:]

log.clear()
print(replaced(101), len(log))  # expect: [96, 97, 98, 99] 102


# numbers as keys at the limits, and keys with hooks in Python
class Key:
    def __init__(self, x):
        self.x = x
    def __hash__(self):
        return 1
    def __eq__(self, other):
        return isinstance(other, Key) and self.x == other.x

def keyed(n):
    seen = set()
    add, has = seen.add, seen.__contains__
    hits = 0
    for i in range(n):
        for k in (i, 2**31 + i, 2**47 - 1, 2**48, 2**63, float("nan"), -0.0, 0, Key(i % 3)):
            hits += has(k)
            add(k)
    return hits, len(seen)

print(keyed(80))  # expect: (474, 246)


# static and class methods are bound to classes
fromkeys = dict.fromkeys
table = str.maketrans
for i in range(120):
    d = fromkeys("ab", i)
    t = table("ab", "cd")
print(d, "abc".translate(t))  # expect: {'a': 119, 'b': 119} cdc


# the method is a global, which changes
act = log.append
def through_global(n):
    for i in range(n):
        act(i)
    return len(log)

log.clear()
print(through_global(150))  # expect: 150
other = set()
act = other.add
print(through_global(150), len(other))  # expect: 150 150
