# async generators send throw and close
def run(coroutine):
    """A loop by hand: every awaited Later is answered with its value."""
    answer = None
    while True:
        try:
            wanted = coroutine.send(answer)
        except StopIteration as stop:
            return stop.value
        answer = ("answer", wanted)


class Later:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return (yield self.value)


async def agen():
    try:
        got = yield 1
        print("got", got)
        got = yield await Later("mid")
        print("got", got)
    except ValueError as error:
        print("caught", error)
        yield "after throw"
    finally:
        print("finally", await Later("cleanup"))


async def main():
    g = agen()
    print(await g.asend(None), await g.asend("s"), await g.athrow(ValueError("v")))
    try:
        await g.__anext__()
    except StopAsyncIteration:
        print("stopped")
    g = agen()
    await anext(g)
    await g.aclose()
    await g.aclose()
    print([x async for x in agen()], await anext(agen().__aiter__()), await anext(g, "default"))
    try:
        await agen().asend(5)
    except TypeError as error:
        print(error)
    g = agen()
    first = g.asend(None)
    await first
    try:
        await first
    except RuntimeError as error:
        print(error)
    print(g.ag_running, g.ag_frame is None, type(g).__name__)
    await g.aclose()


run(main())
# expect: got s
# expect: caught v
# expect: 1 ('answer', 'mid') after throw
# expect: finally ('answer', 'cleanup')
# expect: stopped
# expect: finally ('answer', 'cleanup')
# expect: got None
# expect: got None
# expect: finally ('answer', 'cleanup')
# expect: [1, ('answer', 'mid')] 1 default
# expect: can't send non-None value to a just-started async generator
# expect: cannot reuse already awaited __anext__()/asend()
# expect: False False async_generator
# expect: finally ('answer', 'cleanup')
async def stops():
    yield 1
    raise StopAsyncIteration
async def check():
    try:
        async for x in stops():
            print(x)
    except RuntimeError as error:
        print(error, type(error.__cause__).__name__)
run(check())
# expect: 1
# expect: async generator raised StopAsyncIteration StopAsyncIteration
