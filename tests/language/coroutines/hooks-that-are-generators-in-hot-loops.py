# __iter__, __next__, __await__, __aiter__ and __anext__ in Python, as functions, generators and coroutines, in loops that get hot


class Pairs:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        for i in range(self.n):
            yield i, -i


class Count:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration("over")
        self.n -= 1
        return self.n


class Wrapped:
    def __init__(self, items):
        self.items = items

    def __iter__(self):
        return iter(self.items)


class NoIterator:
    def __iter__(self):
        return 5


def walk(tree):
    yield from tree


def loops(n):
    total = 0
    for i in range(n):
        for a, b in Pairs(i % 4):
            total += a - b
        for a in Count(i % 5):
            total += a
        for a in Wrapped([i, i + 1] if i % 2 else "ab"):
            total += len(a) if type(a) is str else a
        for a in walk(Pairs(2)):
            total += a[0]
        if i % 50 == 49:
            try:
                for a in NoIterator():
                    total += 1
            except TypeError as error:
                total += len(str(error))
    return total


print(loops(400))  # expect: 82936


class Switch:
    def __await__(self):
        got = yield 1
        return got


class Ready:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return iter([self.value])


class Wrong:
    def __await__(self):
        coroutine = self.coroutine()
        coroutine.close()
        return coroutine

    async def coroutine(self):
        return 1


class Down:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        if self.n % 3 == 0:
            await Switch()
        return self.n


class Plain:
    def __init__(self, n):
        self.down = Down(n)

    def __aiter__(self):
        return self.down


class Manual(Down):
    def __anext__(self):
        return Down.__anext__(self)


async def twice(x):
    return 2 * x


class Lock:
    def __init__(self):
        self.held = 0

    async def __aenter__(self):
        self.held += 1
        await Switch()
        return self.held

    async def __aexit__(self, kind, value, traceback):
        self.held -= 1
        return kind is KeyError


async def work(n, lock, log):
    total = 0
    async for i in Down(n):
        total += await twice(i)
    async for i in Plain(n % 3):
        total += i
    async for i in Manual(n % 4):
        total += i
    got = await Switch()
    total += got or 0
    async with lock as held:
        total += held
        if n % 2:
            raise KeyError(n)
    await Ready(n)
    if n % 20 == 7:
        try:
            await Wrong()
        except TypeError as error:
            log[str(error)] = log.get(str(error), 0) + 1
    return total


def run(tasks):
    results = []
    turns = 0
    while tasks:
        waiting = []
        for task in tasks:
            try:
                turns += task.send(None)
            except StopIteration as stop:
                results.append(stop.value)
            else:
                waiting.append(task)
        tasks = waiting
    return turns, sum(results), len(results)


def all_of_it(rounds):
    lock = Lock()
    log = {}
    out = [run([work(n, lock, log) for n in range(r % 9 + 1)]) for r in range(rounds)]
    return out[-1], sum(t for t, _, _ in out), lock.held, log


print(all_of_it(60))  # expect: ((42, 57, 6), 2046, 0, {'__await__() returned a coroutine': 12})
