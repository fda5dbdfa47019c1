# thread pools and asyncio.to_thread
# oracle: native
import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed, wait

with ThreadPoolExecutor(max_workers=3, thread_name_prefix="pool") as pool:
    print(list(pool.map(lambda x: x * x, range(8))))
    future = pool.submit(lambda: 1 / 0)
    try:
        future.result()
    except ZeroDivisionError as e:
        print("raised", e)
    gates = [threading.Event() for _ in range(3)]
    completed = as_completed([pool.submit(lambda i=i: (gates[i].wait(), i)[1]) for i in range(3)])
    for i in (1, 2, 0):
        gates[i].set()
        print(next(completed).result())
    done, rest = wait([pool.submit(threading.current_thread) for _ in range(3)])
    print(len(done), rest, {f.result().name.split("_")[0] for f in done})
# expect: [0, 1, 4, 9, 16, 25, 36, 49]
# expect: raised division by zero
# expect: 1
# expect: 2
# expect: 0
# expect: 3 set() {'pool'}


async def main():
    print(await asyncio.to_thread(lambda: "from a thread"))
    loop = asyncio.get_running_loop()
    print(await asyncio.gather(*[loop.run_in_executor(None, pow, i, 2) for i in range(4)]))
    future = loop.create_future()
    threading.Thread(target=lambda: loop.call_soon_threadsafe(future.set_result, "set")).start()
    print(await future)


asyncio.run(main())
# expect: from a thread
# expect: [0, 1, 4, 9]
# expect: set
