# asyncio run gather sleep and wait for
# oracle: native
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def fail():
    await asyncio.sleep(0)
    raise ValueError("failed")


async def main():
    print(await asyncio.gather(work("a", 0.002), work("b", 0.001), work("c", 0)))
    print(await asyncio.gather(work("a", 0), fail(), return_exceptions=True))
    try:
        await asyncio.gather(work("a", 0), fail())
    except ValueError as error:
        print(error)
    try:
        await asyncio.wait_for(asyncio.sleep(10), 0.001)
    except TimeoutError as error:
        print(type(error).__name__)
    print(await asyncio.wait_for(work("quick", 0), 5))
    task = asyncio.create_task(asyncio.sleep(10))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", task.cancelled(), task.done())
    done, pending = await asyncio.wait([asyncio.create_task(work(n, 0)) for n in "xyz"])
    print(sorted(t.result() for t in done), pending)
    async with asyncio.timeout(5):
        print(await work("in time", 0))
    print(asyncio.current_task().get_name()[:4], len(asyncio.all_tasks()))
    return "result"


print(asyncio.run(main()))
# expect: ['a', 'b', 'c']
# expect: ['a', ValueError('failed')]
# expect: failed
# expect: TimeoutError
# expect: quick
# expect: cancelled True True
# expect: ['x', 'y', 'z'] set()
# expect: in time
# expect: Task 1
# expect: result
