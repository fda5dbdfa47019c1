# async for over an async iterator
def run(coro):
    try:
        while True:
            coro.send(None)
    except StopIteration as e:
        return e.value


class Pause:
    def __await__(self):
        yield


class Count:
    def __init__(self, n):
        self.i, self.n = 0, n

    def __aiter__(self):
        return self

    async def __anext__(self):
        await Pause()
        if self.i >= self.n:
            raise StopAsyncIteration
        self.i += 1
        return self.i


async def main():
    out = []
    async for x in Count(4):
        if x == 2:
            continue
        out.append(x)
    else:
        out.append("else")
    async for x in Count(10):
        if x == 3:
            break
    else:
        out.append("never")
    return out, x


print(run(main()))  # expect: ([1, 3, 4, 'else'], 3)
