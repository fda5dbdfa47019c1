# await in every kind of expression
def run(coro):
    try:
        while True:
            coro.send(None)
    except StopIteration as e:
        return e.value


async def v(x):
    return x


async def main():
    d = {await v("k"): await v(1)}
    l = [await v(i) for i in range(3)]
    s = f"{await v('s')!r:>5}"
    c = (await v(1)) < (await v(2)) < await v(3)
    t = await v("yes") if await v(True) else await v("no")
    f = await (await v(v))(9)
    x = [10, 20, 30][await v(1)]
    d[await v("n")] = await v(5)
    a = -await v(3) ** await v(2)
    k = dict(p=await v(1), **await v({"q": 2}))
    return d, l, s, c, t, f, x, a, k, *await v([7])


print(run(main()))
# expect: ({'k': 1, 'n': 5}, [0, 1, 2], "  's'", True, 'yes', 9, 20, -9, {'p': 1, 'q': 2}, 7)
