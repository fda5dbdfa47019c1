# async comprehensions in a coroutine
def drive(coro):
    try:
        while True:
            coro.send(None)
    except StopIteration as stop:
        return stop.value


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return self.n


async def double(x):
    return x * 2


async def main():
    a = [x async for x in Countdown(4)]
    b = {x: await double(x) async for x in Countdown(3) if x != 1}
    c = [await double(x) for x in range(3)]
    d = [y async for y in (z + 1 async for z in Countdown(2))]
    return a, b, c, d


print(drive(main()))  # expect: ([3, 2, 1, 0], {2: 4, 0: 0}, [0, 2, 4], [2, 1])
