# asyncio queues locks and task groups
# oracle: native
import asyncio


async def producer(queue, n):
    for i in range(n):
        await queue.put(i)
    await queue.put(None)


async def consumer(queue):
    got = []
    while (item := await queue.get()) is not None:
        got.append(item)
        queue.task_done()
    return got


async def main():
    queue = asyncio.Queue(maxsize=2)
    _, got = await asyncio.gather(producer(queue, 5), consumer(queue))
    print(got, queue.empty())
    lock = asyncio.Lock()
    order = []

    async def locked(n):
        async with lock:
            order.append(("in", n))
            await asyncio.sleep(0)
            order.append(("out", n))

    async with asyncio.TaskGroup() as group:
        for n in range(3):
            group.create_task(locked(n))
    print(order)
    event = asyncio.Event()
    waiter = asyncio.create_task(event.wait())
    await asyncio.sleep(0)
    event.set()
    print(await waiter)
    semaphore = asyncio.Semaphore(2)
    running = peak = 0

    async def limited():
        nonlocal running, peak
        async with semaphore:
            running += 1
            peak = max(peak, running)
            await asyncio.sleep(0)
            running -= 1

    await asyncio.gather(*(limited() for _ in range(6)))
    print(peak)

    async def boom(n):
        await asyncio.sleep(0)
        raise ValueError(n)

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(boom(1))
            group.create_task(boom(2))
            group.create_task(asyncio.sleep(10))
    except* ValueError as errors:
        print([str(e) for e in errors.exceptions])
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_soon(future.set_result, "soon")
    print(await future)

    async def numbers():
        for i in range(3):
            await asyncio.sleep(0)
            yield i

    print([i async for i in numbers()])


asyncio.run(main())
# expect: [0, 1, 2, 3, 4] True
# expect: [('in', 0), ('out', 0), ('in', 1), ('out', 1), ('in', 2), ('out', 2)]
# expect: True
# expect: 2
# expect: ['1', '2']
# expect: soon
# expect: [0, 1, 2]
