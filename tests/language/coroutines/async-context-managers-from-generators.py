# async context managers from generators
import contextlib


def run(c):
    try:
        while True:
            c.send(None)
    except StopIteration as stop:
        return stop.value


@contextlib.asynccontextmanager
async def managed(name):
    print("open", name)
    try:
        yield name
    finally:
        print("close", name)


async def numbers(n):
    for i in range(n):
        yield i


async def main():
    async with managed("a") as a, contextlib.AsyncExitStack() as stack:
        print(a, await stack.enter_async_context(managed("b")))
        async with contextlib.aclosing(numbers(5)) as source:
            async for i in source:
                if i == 2:
                    break
        print(i)
    try:
        async with managed("c"):
            raise KeyError("k")
    except KeyError as error:
        print("out", error)
    return [x async for x in numbers(3)], [y async for x in numbers(2) async for y in numbers(x + 1)]


print(run(main()))
# expect: open a
# expect: open b
# expect: a b
# expect: 2
# expect: close b
# expect: close a
# expect: open c
# expect: close c
# expect: out 'k'
# expect: ([0, 1, 2], [0, 0, 1])
