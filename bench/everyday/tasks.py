# asyncio: workers on a queue, semaphores.
import asyncio
async def worker(q, res):
    while True:
        x = await q.get()
        if x is None: break
        await asyncio.sleep(0)
        res.append(x * x)
async def main():
    q = asyncio.Queue(maxsize=10); res = []
    ws = [asyncio.create_task(worker(q, res)) for _ in range(5)]
    for i in range(5000): await q.put(i)
    for _ in ws: await q.put(None)
    await asyncio.gather(*ws)
    print(sum(res))
    async def f(n):
        if n == 0: return 1
        return await f(n - 1) + 1
    print(sum([await f(50) for _ in range(200)]))
    r = await asyncio.gather(*(f(5) for _ in range(2000)))
    print(sum(r))
asyncio.run(main())
