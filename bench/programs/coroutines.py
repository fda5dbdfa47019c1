# Async tasks on a hand-written scheduler: awaits, async iteration and async with.
N = 4_000


class Switch:
    def __await__(self):
        yield


class Channel:
    def __init__(self):
        self.items = []

    async def put(self, item):
        self.items.append(item)
        if len(self.items) > 4:
            await Switch()

    async def get(self):
        while not self.items:
            await Switch()
        return self.items.pop(0)


class Lock:
    def __init__(self):
        self.held = False

    async def __aenter__(self):
        while self.held:
            await Switch()
        self.held = True

    async def __aexit__(self, *error):
        self.held = False


class Countdown:
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


async def square(x):
    return x * x


async def producer(channel, n):
    async for i in Countdown(n):
        await channel.put(await square(i) % 97)
    await channel.put(None)


async def consumer(channel, lock, totals):
    while True:
        item = await channel.get()
        if item is None:
            return
        async with lock:
            totals[0] += item
            totals[1] = totals[1] * 31 + item & 0xFFFF


def run(tasks):
    turns = 0
    while tasks:
        waiting = []
        for task in tasks:
            try:
                task.send(None)
            except StopIteration:
                pass
            else:
                waiting.append(task)
        tasks = waiting
        turns += 1
    return turns


def bench(n):
    totals = [0, 0]
    lock = Lock()
    tasks = []
    for _ in range(40):
        channel = Channel()
        tasks.append(producer(channel, n))
        tasks.append(consumer(channel, lock, totals))
    turns = run(tasks)
    return f"{totals} {turns}"
