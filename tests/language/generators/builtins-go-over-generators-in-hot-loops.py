# sum, any, all, min, max, sorted, list, tuple, set, join of generators in hot loops: every kind of item, start, end and error
def squares(n):
    for i in range(n):
        yield i * i

def every(n):
    total = 0
    for i in range(n):
        k = i % 5
        total += sum(squares(k)) + len(list(squares(k))) + len(tuple(squares(k))) + len(set(x % 3 for x in squares(k)))
        total += max(x for x in squares(k + 1)) - min(x - 1 for x in squares(k + 1)) + sorted(-x for x in squares(k + 1))[0]
        total += any(x == 4 for x in squares(k)) + 2 * all(x < 9 for x in squares(k)) + len(",".join(str(x) for x in squares(k)))
    return total

print(every(400))  # expect: 6240


# what a sum starts with and what it meets
def sums(n):
    seen = []
    for i in range(n):
        start = (0, 1.5, 2**47 - 2, 2**63, True, -0.0, 1j)[i % 7]
        seen.append(sum((x for x in (1, 2, 3)), start))
        seen.append(sum(x for x in (1, True, 2**31, 2**47, 2**62)))
        seen.append(sum(x for x in (0.1, 0.2, 0.3, -0.6)))
        seen.append(sum((x for x in (-0.0, -0.0)), -0.0))
        seen.append(sum((x for x in ([1], [2])), []))
    return seen[-35:]

print(sums(70))
# expect: [6, 4611826758063226882, 2.7755575615628914e-17, -0.0, [1, 2], 7.5, 4611826758063226882, 2.7755575615628914e-17, -0.0, [1, 2], 140737488355332, 4611826758063226882, 2.7755575615628914e-17, -0.0, [1, 2], 9223372036854775814, 4611826758063226882, 2.7755575615628914e-17, -0.0, [1, 2], 7, 4611826758063226882, 2.7755575615628914e-17, -0.0, [1, 2], 6.0, 4611826758063226882, 2.7755575615628914e-17, -0.0, [1, 2], (6+1j), 4611826758063226882, 2.7755575615628914e-17, -0.0, [1, 2]]

def refused(n):
    caught = set()
    for i in range(n):
        for f in (
            lambda: sum(x for x in "ab"),
            lambda: sum((x for x in "ab"), ""),
            lambda: max(x for x in ()),
            lambda: min((x for x in (1, "a"))),
            lambda: ",".join(x for x in (1,)),
            lambda: sorted(x for x in (1, "a")),
            lambda: set(x for x in ([],)),
            lambda: list(1 // x for x in (1, 0)),
            lambda: any(1 // x > 1 for x in (1, 0)),
            lambda: tuple(next(iter(())) for x in (1,)),
        ):
            try:
                f()
            except (TypeError, ValueError, ZeroDivisionError, RuntimeError) as e:
                caught.add(f"{type(e).__name__}: {e}")
    return sorted(caught)

for line in refused(40):
    print(line)
# expect: RuntimeError: generator raised StopIteration
# expect: TypeError: '<' not supported between instances of 'str' and 'int'
# expect: TypeError: cannot use 'list' as a set element (unhashable type: 'list')
# expect: TypeError: sequence item 0: expected str instance, int found
# expect: TypeError: sum() can't sum strings [use ''.join(seq) instead]
# expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
# expect: ValueError: max() iterable argument is empty
# expect: ZeroDivisionError: division by zero


# a generator that any() or all() has left goes on where it was
def left(n):
    total = 0
    for i in range(n):
        g = squares(9)
        if any(x > 10 for x in g):
            total += next(g)
        if not all(x < 40 for x in g):
            total += sum(g)
        total += len(list(g)) + sum(g)
    return total

print(left(200))  # expect: 17800


# it is the same one under another name, has ended, has not begun, is running
def odd(n):
    total = ended = 0
    for i in range(n):
        g = squares(4)
        h = iter(g)
        total += next(h) + sum(g) + (h is g)
        total += sum(h) + len(list(g))
        try:
            next(g)
        except StopIteration:
            ended += 1
    return total, ended

print(odd(200))  # expect: (3000, 200)

def itself(n):
    said = set()
    for i in range(n):
        def f():
            yield 1
            yield sum(g)
        g = f()
        try:
            list(g)
        except ValueError as e:
            said.add(str(e))
    return said

print(itself(60))  # expect: {'generator already executing'}


# names of builtins mean something else for a while
def shadowed(n):
    total = 0
    for i in range(n):
        total += sum(x for x in (1, 2, i))
        if i == n // 2:
            globals()["sum"] = lambda g: 1000
        elif i == n // 2 + 20:
            del globals()["sum"]
    return total

print(shadowed(200))  # expect: 38230


# what the items are dies in order, and what the generator holds with it
log = []
class Item:
    def __init__(self, n):
        self.n = n
    def __del__(self):
        log.append(self.n)
    def __lt__(self, other):
        return self.n < other.n
    def __gt__(self, other):
        return self.n > other.n

def dying(n):
    for i in range(n):
        best = max(Item(k) for k in (2, 5, 3))
        log.append("max")
        del best
        any(Item(k) is None for k in (7, 8))
        log.append("any")
        len([*(Item(k) for k in (1,))])
    return log[-10:]

print(dying(100), len(log))  # expect: ['any', 1, 2, 3, 'max', 5, 7, 8, 'any', 1] 800


# items of several types in one place; nan
def types(n):
    rows = [(1, 2), (1.5, 0.5), ("b", "a"), (2**70, -2**70), (float("nan"), 1.0), (True, False), (b"x", b"y"), ((1, 2), (1, 1))]
    return [[f(x for x in rows[i % len(rows)]) for f in (min, max, sorted, list, tuple)] for i in range(n)][-8:]

print(types(120))
# expect: [[1, 2, [1, 2], [1, 2], (1, 2)], [0.5, 1.5, [0.5, 1.5], [1.5, 0.5], (1.5, 0.5)], ['a', 'b', ['a', 'b'], ['b', 'a'], ('b', 'a')], [-1180591620717411303424, 1180591620717411303424, [-1180591620717411303424, 1180591620717411303424], [1180591620717411303424, -1180591620717411303424], (1180591620717411303424, -1180591620717411303424)], [nan, nan, [nan, 1.0], [nan, 1.0], (nan, 1.0)], [False, True, [False, True], [True, False], (True, False)], [b'x', b'y', [b'x', b'y'], [b'x', b'y'], (b'x', b'y')], [(1, 1), (1, 2), [(1, 1), (1, 2)], [(1, 2), (1, 1)], ((1, 2), (1, 1))]]
