# what a generator, map or filter gives is spread over arguments and lists, in the order in which things happen
log = []


def gen(n, say=False):
    for i in range(n):
        if say:
            log.append(i)
        yield i
    if say:
        log.append("end")


def take(*args, by=1, **more):
    return sum(args) * by + len(more)


class Vec:
    def __init__(self, *xs):
        self.xs = xs

    def __add__(self, other):
        return Vec(*(a + b for a, b in zip(self.xs, other.xs)))

    def scaled(self, k):
        return Vec(*map(lambda x: x * k, self.xs))


def calls(n):
    t = 0
    for i in range(n):
        t += take(*gen(i % 4)) + take(*gen(3), by=2) + take(i, *gen(2), 5) + take(*(x * i for x in (1, 2)), **{"a": 1})
        t += take(*map(lambda x: x + i, range(3))) + take(*filter(None, gen(3)), *gen(2))
    return t


print([calls(k) for k in (60, 100)])  # expect: [13650, 36750]


def vectors(n):
    v = Vec(1, 2, 3)
    w = Vec(1, 0, -1)
    for i in range(n):
        v = v + w.scaled(i & 1)
        if i % 7 == 0:
            w = Vec(*reversed(w.xs))
    return v.xs


print([vectors(k) for k in (50, 120)])  # expect: [(-6, 2, 10), (-11, 2, 15)]


def lists(n):
    t = 0
    out = []
    for i in range(n):
        a = [*gen(i % 3), i, *gen(2)]
        b = [0]
        b.extend(gen(2))
        b.extend(x * 2 for x in a)
        b += gen(3)
        t += len(a) + sum(b) + len({*gen(3)}) + len((*gen(2), 1))
        if i % 30 == 0:
            out.append((a, b))
    return t, out


print(lists(90))
# expect: (9510, [([0, 0, 1], [0, 0, 1, 0, 0, 2, 0, 1, 2]), ([30, 0, 1], [0, 0, 1, 60, 0, 2, 0, 1, 2]), ([60, 0, 1], [0, 0, 1, 120, 0, 2, 0, 1, 2])])


def fails(n):
    def bad(k):
        yield 1
        if k % 20 == 19:
            raise LookupError(k)
        yield 2

    got = []
    t = 0
    for i in range(n):
        a = [0]
        try:
            t += take(*bad(i))
            a.extend(bad(i + 1))
        except LookupError as e:
            got.append((e.args, list(a)))
    return t, got


print(fails(80))
# expect: (228, [((19,), [0, 1]), ((19,), [0]), ((39,), [0, 1]), ((39,), [0]), ((59,), [0, 1]), ((59,), [0]), ((79,), [0, 1]), ((79,), [0])])


def wrong(n):
    got = []
    for i in range(n):
        try:
            Vec(*(5 if i % 40 == 39 else gen(2)))
            len(*gen(2 if i % 50 == 49 else 0) or [[]])
        except TypeError as e:
            got.append(str(e))
    return len(got), sorted(set(got))


print(wrong(100))
# expect: (100, ['__main__.Vec() argument after * must be an iterable, not int', 'len() takes exactly one argument (0 given)', 'len() takes exactly one argument (2 given)'])
print(take(*gen(3, True), *gen(2, True)), log)  # expect: 4 [0, 1, 2, 'end', 0, 1, 'end']


def changes(n):
    # the list is seen while it grows
    t = 0
    for i in range(n):
        a = [1, 2]

        def looking():
            yield len(a)
            yield len(a)

        a.extend(looking())
        t += a[2] * 10 + a[3]
    return t


print(changes(70))  # expect: 1610
