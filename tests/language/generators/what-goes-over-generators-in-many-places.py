# sum, any, list and their like over generators of many places, each used often: every place keeps its own results, errors and lifetimes
class Noisy:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        deaths.append(self.n)


deaths = []


def bad(n):
    yield 1
    if n == 12:
        raise ValueError(n)
    yield 2


def places(i):
    return [
        sum(x * i for x in (1, 2, 3)), sum((x / 2 for x in range(3)), i), sum([x] for x in ()), any(x == i for x in range(5)), all(x < i for x in range(3)),
        max(x * i for x in (3, 1, 2)), min((x - i for x in (3, 1, 2)), default=None), max((x for x in ()), default=i), list(x + i for x in range(2)),
        tuple(str(x) for x in (i, 2 * i)), [*(x for x in "ab")], ",".join(str(x) for x in range(3)), sorted((x % 3 for x in range(i % 5 + 2)), reverse=True),
        sorted("bca", key=lambda c: -ord(c)), max([1, 5, 3], key=lambda v: -v), min([1, 5, 3], key=lambda v: v % 3), sum(x << 40 for x in range(300)),
    ]


last = None
for i in range(60):
    last = places(i)
    if i in (0, 7, 8, 9, 30):
        print(i, last)
# expect: 0 [0, 1.5, 0, True, False, 0, 1, 0, [0, 1], ('0', '0'), ['a', 'b'], '0,1,2', [1, 0], ['c', 'b', 'a'], 1, 3, 49313096505753600]
# expect: 7 [42, 8.5, 0, False, True, 21, -6, 7, [7, 8], ('7', '14'), ['a', 'b'], '0,1,2', [2, 1, 0, 0], ['c', 'b', 'a'], 1, 3, 49313096505753600]
# expect: 8 [48, 9.5, 0, False, True, 24, -7, 8, [8, 9], ('8', '16'), ['a', 'b'], '0,1,2', [2, 1, 1, 0, 0], ['c', 'b', 'a'], 1, 3, 49313096505753600]
# expect: 9 [54, 10.5, 0, False, True, 27, -8, 9, [9, 10], ('9', '18'), ['a', 'b'], '0,1,2', [2, 2, 1, 1, 0, 0], ['c', 'b', 'a'], 1, 3, 49313096505753600]
# expect: 30 [180, 31.5, 0, False, True, 90, -29, 30, [30, 31], ('30', '60'), ['a', 'b'], '0,1,2', [1, 0], ['c', 'b', 'a'], 1, 3, 49313096505753600]
print(last)
# expect: [354, 60.5, 0, False, True, 177, -58, 59, [59, 60], ('59', '118'), ['a', 'b'], '0,1,2', [2, 2, 1, 1, 0, 0], ['c', 'b', 'a'], 1, 3, 49313096505753600]

errors = []
for i in range(20):
    try:
        sum(x for x in bad(i))
    except ValueError as e:
        errors.append(e.args)
        names = []
        tb = e.__traceback__
        while tb:
            names.append(tb.tb_frame.f_code.co_name)
            tb = tb.tb_next
        print(names)  # expect: ['<module>', '<genexpr>', 'bad']
print(errors)  # expect: [(12,)]

for i in range(12):
    n = len(list(Noisy(k) for k in range(2)))
    assert deaths == [0, 1] or deaths == [1, 0], deaths
    deaths.clear()
print(n)  # expect: 2


def kind(i):  # the same place sees ints, floats, large ints and objects
    return sum(x for x in ([1, 2], [1.5, 2], [2**62, 2**62, 1], [1, 2.5, 3])[i % 4])


print([kind(i) for i in range(24)][-4:])  # expect: [3, 3.5, 9223372036854775809, 6.5]


def make():
    def gen(n):
        yield from range(n)

    return sum(gen(k) is None for k in range(20)) + sum(sum(gen(k)) for k in range(20))


print([make() for _ in range(3)])  # expect: [1140, 1140, 1140]


def keyed(f):
    return [sorted([3, 1, 2], key=f) for _ in range(12)][-1]


print(keyed(lambda v: v), keyed(lambda v: -v), keyed(str), keyed(lambda v: (v % 2, v)))
# expect: [1, 2, 3] [3, 2, 1] [1, 2, 3] [2, 1, 3]
it = (x for x in range(30))
print([sum(y for y in it if y < limit) for limit in (3, 40)])  # expect: [3, 0]
try:
    for i in range(12):
        sum(i for i in [1, 2, "x" if i == 11 else 3])
except TypeError as e:
    print(e)  # expect: unsupported operand type(s) for +: 'int' and 'str'
