# async generators
def run(coro):
    try:
        while True:
            coro.send(None)
    except StopIteration as e:
        return e.value


class Pause:
    def __await__(self):
        return (yield "paused")


async def agen(n):
    try:
        for i in range(n):
            await Pause()
            got = yield i
            if got:
                print("got", got)
    finally:
        print("agen cleanup")


async def main():
    out = [x async for x in agen(3)]
    g = agen(5)
    a = await g.__anext__()
    b = await g.asend("hello")
    await g.aclose()
    try:
        await g.__anext__()
    except StopAsyncIteration:
        print("closed")
    h = agen(2)
    await h.asend(None)
    try:
        await h.athrow(ValueError("thrown"))
    except ValueError as e:
        print(e)
    return out, a, b, await anext(agen(0), "default")


print(run(main()))
# expect: agen cleanup
# expect: got hello
# expect: agen cleanup
# expect: closed
# expect: agen cleanup
# expect: thrown
# expect: agen cleanup
# expect: ([0, 1, 2], 0, 1, 'default')
