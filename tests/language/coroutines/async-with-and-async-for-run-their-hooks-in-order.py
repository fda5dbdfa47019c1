# async with and async for run their hooks in order
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


class Manager:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    async def __aenter__(self):
        print("enter", self.name, await Later("in"))
        return self.name

    async def __aexit__(self, kind, value, traceback):
        print("exit", self.name, kind and kind.__name__, await Later("out"))
        return self.swallow


class Count:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        self.n -= 1
        if self.n < 0:
            raise StopAsyncIteration
        await Later(self.n)
        return self.n


async def main():
    async with Manager("a") as a, Manager("b", True):
        print(a)
        raise ValueError("swallowed")
    async for i in Count(3):
        if i == 2:
            continue
        print(i)
    else:
        print("else")
    async for i in Count(3):
        break
    else:
        print("never")
    print([i async for i in Count(3)], {i async for i in Count(2)}, {i: i async for i in Count(2) if i}, sum([x async for x in Count(4)]))
    try:
        async with Manager("c"):
            1 / 0
    except ZeroDivisionError:
        print("passed on")
    for bad in (5, object()):
        try:
            async with bad:
                pass
        except TypeError as error:
            print(error)
        try:
            async for x in bad:
                pass
        except TypeError as error:
            print(error)
    try:
        await 5
    except TypeError as error:
        print(error)


run(main())
# expect: enter a ('answer', 'in')
# expect: enter b ('answer', 'in')
# expect: a
# expect: exit b ValueError ('answer', 'out')
# expect: exit a None ('answer', 'out')
# expect: 1
# expect: 0
# expect: else
# expect: [2, 1, 0] {0, 1} {1: 1} 6
# expect: enter c ('answer', 'in')
# expect: exit c ZeroDivisionError ('answer', 'out')
# expect: passed on
# expect: 'int' object does not support the asynchronous context manager protocol (missed __aexit__ method)
# expect: 'async for' requires an object with __aiter__ method, got int
# expect: 'object' object does not support the asynchronous context manager protocol (missed __aexit__ method)
# expect: 'async for' requires an object with __aiter__ method, got object
# expect: 'int' object can't be awaited
