# awaits in hot loops: chains of coroutines, suspended and not, with results and exceptions
class Switch:
    def __await__(self):
        got = yield "switch"
        return got


async def square(x):
    return x * x


async def twice(x):
    return await square(x) + await square(x + 1)


async def waits(x):
    if x % 7 == 0:
        return await Switch()
    return x


async def fails(x):
    if x % 11 == 5:
        raise ValueError(x)
    return x


async def main(n):
    total = 0
    for i in range(n):
        total += await twice(i)
        total += await waits(i)
        try:
            total += await fails(i)
        except ValueError as error:
            total -= error.args[0]
    return total


def run(coroutine):
    sent = None
    switches = 0
    while True:
        try:
            what = coroutine.send(sent)
        except StopIteration as stop:
            return stop.value, switches
        switches += 1
        sent = switches


print(run(main(300)))  # expect: (18076433, 43)


class Lock:
    depth = 0

    async def __aenter__(self):
        self.depth += 1
        return self

    async def __aexit__(self, kind, value, traceback):
        self.depth -= 1
        await Switch() if self.depth % 5 == 4 else None
        return kind is KeyError


async def locked(n):
    lock = Lock()
    seen = 0
    for i in range(n):
        async with lock as l:
            seen += l.depth
            if i % 10 == 3:
                raise KeyError(i)
    return seen, lock.depth


print(run(locked(200)))  # expect: ((200, 0), 0)


async def numbers(n):
    for i in range(n):
        if i % 9 == 0:
            await Switch()
        yield i


async def gather(n):
    total = 0
    async for x in numbers(n):
        total += x
    return total, [y async for y in numbers(12) if y % 2]


print(run(gather(150)))  # expect: ((11175, [1, 3, 5, 7, 9, 11]), 19)


async def reused():
    c = square(3)
    await c
    try:
        await c
    except RuntimeError as error:
        return str(error)


print(run(reused()))  # expect: ('cannot reuse already awaited coroutine', 0)
