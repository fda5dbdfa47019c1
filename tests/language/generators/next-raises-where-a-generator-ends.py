# a generator that ends where next() has resumed it raises there, in hot loops too
def gen(n, log):
    try:
        for i in range(n):
            got = yield i
            if got is not None:
                log.append(got)
    finally:
        log.append("end")
    return n * 10


class Guard:
    def __init__(self, g):
        self.g = g

    def __enter__(self):
        return next(self.g)

    def __exit__(self, kind, value, tb):
        try:
            next(self.g)
        except StopIteration as e:
            return e.value == 10
        else:
            raise RuntimeError("goes on")


def guarded(n):
    log = []
    s = 0
    for i in range(n):
        with Guard(gen(1, log)) as v:
            s += v
            if i % 50 == 49:
                raise ValueError(i)
    return s, len(log)


print(guarded(400))  # expect: (0, 400)


def drain(n):
    s = 0
    for i in range(n):
        g = gen(i % 4, [])
        while True:
            try:
                s += next(g)
            except StopIteration as e:
                s += e.value
                break
    return s


print(drain(300))  # expect: 4800


def sends(n):
    out = 0
    for i in range(n):
        log = []
        g = gen(2, log)
        next(g)
        try:
            g.send("a")
            g.send("b")
        except StopIteration as e:
            out += e.value + len(log)
        try:
            next(g)
        except StopIteration as e:
            out += e.value is None
    return out


print(sends(200))  # expect: 4800


def through(n):
    caught = 0

    def inner(g):
        return next(g)  # no handler here: it goes on to the caller's

    for i in range(n):
        g = gen(1, [])
        try:
            inner(g)
            inner(g)
        except StopIteration as e:
            caught += e.value
            if i == n - 1:
                lines = []
                tb = e.__traceback__
                while tb:
                    lines.append(tb.tb_frame.f_code.co_name)
                    tb = tb.tb_next
    return caught, lines


print(through(200))  # expect: (2000, ['through', 'inner'])


def outer(n):
    for i in range(n):
        try:
            yield next(gen(i % 2, []))
        except StopIteration:
            yield -1


print(sum(outer(400)), list(outer(5)))  # expect: -200 [-1, 0, -1, 0, -1]


def delegating(n):
    r = yield from gen(n, [])
    try:
        next(gen(0, []))
    except StopIteration:
        yield r


def delegated(n):
    s = 0
    for i in range(n):
        for v in delegating(i % 3):
            s += v
    return s


print(delegated(200))  # expect: 2056


class Held:
    def __del__(self):
        order.append("del")


order = []


def holding():
    h = Held()
    yield 1


def dies(n):
    for i in range(n):
        g = holding()
        next(g)
        try:
            next(g)
        except StopIteration:
            order.append("stop")
    return order[:4], len(order)


print(dies(100))  # expect: (['del', 'stop', 'del', 'stop'], 200)
