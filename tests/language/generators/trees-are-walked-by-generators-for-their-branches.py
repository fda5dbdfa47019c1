# Hot recursive generators: trees, nested lists, permutations, chains that grow; with exceptions and early ends in between.
class Tree:
    def __init__(self, left, value, right):
        self.left = left
        self.value = value
        self.right = right
    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right

def tree(items):
    if not items:
        return None
    i = len(items) // 2
    return Tree(tree(items[:i]), items[i], tree(items[i + 1:]))

t = tree(range(1000))
print(sum(t), sum(x * i for i, x in enumerate(t)), max(t), list(t) == list(range(1000)))
# expect: 499500 332833500 999 True

def count(t):
    n = 0
    for _ in t:
        n += 1
    return n
print([count(tree(range(n))) for n in range(1, 200, 13)])
# expect: [1, 14, 27, 40, 53, 66, 79, 92, 105, 118, 131, 144, 157, 170, 183, 196]

def flat(x):
    for e in x:
        if isinstance(e, list):
            yield from flat(e)
        else:
            yield e
def nest(d):
    return [nest(d - 1), d, [d, [d]], nest(d // 2)] if d > 0 else []
print(sum(flat(nest(30))), len(list(flat(nest(25)))))  # expect: 11559 2355

def perms(l):
    if not l:
        yield []
    for i in range(len(l)):
        for r in perms(l[:i] + l[i + 1:]):
            yield [l[i]] + r
print(sum(p[0] * p[-1] for p in perms(list(range(6)))))  # expect: 4080

def first_over(t, n):
    for x in t:
        if x > n:
            return x
print([first_over(t, n) for n in range(0, 1000, 97)])
# expect: [1, 98, 195, 292, 389, 486, 583, 680, 777, 874, 971]

def checked(t, depth):
    try:
        if t.left:
            yield from checked(t.left, depth + 1)
        if t.value % 97 == 96:
            raise LookupError(t.value)
        yield t.value
        if t.right:
            yield from checked(t.right, depth + 1)
    except LookupError as e:
        if depth % 3:
            raise
        yield -e.args[0]
print(sum(checked(t, 1)), [x for x in checked(t, 1) if x < 0])
# expect: 439412 [-96, -193, -290, -387, -484, -581, -678, -775, -872, -969]

def echo(n):
    got = 0
    for _ in range(n):
        x = yield got
        got += x if x is not None else 1
    return got
def through(n, d):
    if d == 0:
        return (yield from echo(n))
    return 1 + (yield from through(n, d - 1))
def drive(n, d, send):
    g = through(n, d)
    x = next(g)
    try:
        while True:
            x = g.send(send(x)) if send else next(g)
    except StopIteration as e:
        return x, e.value
print([drive(300, d, None) for d in range(0, 12, 3)], drive(300, 7, lambda x: 2.5), drive(70, 5, lambda x: 2**40 + x))
# expect: [(299, 300), (299, 303), (299, 306), (299, 309)] (747.5, 757.0) (649037107316853453565212529524736, 1298074214633706907131524570677253)

def numbers(n, kind):
    for i in range(n):
        yield i if kind == 0 else i + 0.5 if kind == 1 else str(i)
def deep(n, kind, d):
    if d:
        yield from deep(n, kind, d - 1)
    else:
        yield from numbers(n, kind)
for kind in (0, 1, 0):
    total = 0
    for x in deep(2000, kind, 9):
        total += x
    print(total)
# expect: 1999000
# expect: 2000000.0
# expect: 1999000
print(len("".join(deep(300, 2, 5))))  # expect: 790

def ladder(n):
    yield n
    if n:
        yield from ladder(n - 1)
print(sum(ladder(300)), sum(sum(ladder(n)) for n in range(60)))  # expect: 45150 35990

def shared():
    inner = iter(range(300))
    def part(d):
        yield from (part(d - 1) if d else inner)
    a, b = part(4), part(2)
    return [(x, next(b, None)) for x in a][-1], next(b, 'end')
print(shared())  # expect: ((298, 299), 'end')
