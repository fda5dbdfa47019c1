# async generator pipelines
def run(coro):
    try:
        while True:
            coro.send(None)
    except StopIteration as e:
        return e.value


async def source(n):
    for i in range(n):
        yield i


async def transform(it, f):
    async for x in it:
        yield f(x)


async def keep(it, p):
    async for x in it:
        if p(x):
            yield x


async def main():
    total = 0
    async for x in keep(transform(source(100), lambda v: v * v), lambda v: v % 3 == 0):
        total += x
    return total, [i async for i in source(5) if i % 2], {i: j async for i in source(2) for j in "ab"}


print(run(main()))  # expect: (112761, [1, 3], {0: 'b', 1: 'b'})
