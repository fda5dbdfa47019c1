# what leaves a loop in the middle of a generator finds the generator where it was: branches, ends, errors, closing, several at once
log = []

def odd_and_even(n):
    for i in range(n):
        if i % 3 == 0:
            yield i
        elif i % 3 == 1:
            yield -i
        else:
            pass

def branches(n):
    total = 0
    for x in odd_and_even(n):
        if x > 0:
            total += x
        else:
            total -= 2 * x
    return total

print(branches(3000), branches(7))  # expect: 4497500 19


# short ones, made in a loop, that end or are left
def first_above(items, limit):
    return next((x for x in items if x > limit), None)

def counts(n):
    rows = [[1, 5, 2], [7], [], [3, 3, 9, 4]]
    found = none = few = 0
    for i in range(n):
        row = rows[i % 4]
        found += sum(x for x in row if x % 2)
        none += first_above(row, 4) is None
        few += any(x == 3 for x in row) + all(x < 9 for x in row)
        found += len(set(x % 3 for x in row)) + len(tuple(x for x in row)) + max((x for x in row), default=0)
    return found, none, few

print(counts(400))  # expect: (6200, 100, 400)


# left in the middle: what they hold dies there and then, and their finally runs
class Dies:
    def __init__(self, n):
        self.n = n
    def __del__(self):
        log.append(self.n)

def guarded(n):
    held = Dies(n)
    try:
        for i in range(n):
            yield i
    finally:
        log.append("closed")

def left(n):
    total = 0
    for i in range(n):
        for x in guarded(i % 4 + 1):
            total += x
            if x == 2 or i % 7 == 3:
                break
    return total

print(left(120), log[:8], len(log))  # expect: 179 ['closed', 1, 'closed', 2, 'closed', 3, 'closed', 4] 240


# values that are sent, and an exception that is thrown in or comes out
def echo():
    got = 0
    while True:
        try:
            got = yield got
            if got is None:
                got = 0
            elif got % 5 == 4:
                got += 100
        except KeyError:
            got = -1

def talk(n):
    e = echo()
    next(e)
    total = 0
    for i in range(n):
        if i % 11 == 10:
            total += e.throw(KeyError())
        else:
            total += e.send(i)
    return total

print(talk(400))  # expect: 79774


def fails_at(n):
    for i in range(1000):
        if i == n:
            raise ValueError(i)
        yield i

def caught(n):
    total = 0
    for k in range(n):
        try:
            for x in fails_at(k % 9):
                total += x
        except ValueError as e:
            total += 1000 * e.args[0]
    return total

print(caught(150))  # expect: 592364


# two that take turns, and one inside another
def pairs(n):
    a, b = odd_and_even(n), odd_and_even(2 * n)
    total = 0
    for i in range(n // 2):
        x = next(a, None)
        y = next(b, 5)
        if x is None:
            total += y
        elif x < y:
            total += x
        else:
            total -= y
    return total

print(pairs(900))  # expect: 225

def doubled(it):
    for x in it:
        if x % 2:
            yield x
        yield x

def nested(n):
    total = 0
    for x in doubled(doubled(odd_and_even(n))):
        if x % 3:
            total += x
        else:
            total ^= x
    return total

print(nested(600))  # expect: -138912


# what a generator yields becomes something else; ints beyond all limits
def grows(n):
    x = 1
    for i in range(n):
        yield x
        x = x * 3 if i % 5 else x + 0.5 if i == 90 else x

def mixed(n):
    ints = floats = 0
    for x in grows(n):
        if isinstance(x, float):
            floats += 1
        elif x > 2**63:
            ints += 3
        elif x > 2**47:
            ints += 2
        elif x > 2**31:
            ints += 1
    return ints, floats

print(mixed(85), mixed(120))  # expect: (142, 0) (160, 29)


# the generator is seen from outside in the middle of its loop
def seen_by(n):
    g = odd_and_even(n)
    states = set()
    for x in g:
        if x % 4 == 0:
            states.add((g.gi_running, g.gi_frame is not None, g.gi_yieldfrom))
        if x == 30:
            states.add(g.gi_frame.f_locals["i"])
    states.add(g.gi_frame)
    return sorted(states, key=repr)

print(seen_by(300))  # expect: [(False, True, None), 30, None]


# it is handed to others out of a branch
def handed_on(n):
    g = odd_and_even(n)
    rest = 0
    for x in g:
        if x == -100:
            rest = sum(g)
    return rest

print(handed_on(400))  # expect: 300


# awaits in branches
class Wait:
    def __await__(self):
        yield 1

async def one(i):
    if i % 3 == 0:
        await Wait()
    return i

async def many(n):
    total = 0
    for i in range(n):
        if i % 2:
            total += await one(i)
        else:
            total -= await one(i // 2)
    return total

def drive(coro):
    waits = 0
    while True:
        try:
            waits += coro.send(None)
        except StopIteration as e:
            return e.value, waits

print(drive(many(500)))  # expect: (31375, 167)
