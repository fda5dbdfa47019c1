# thread pools and asyncio.to_thread
# oracle: native
import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor, as_completed, wait

with ThreadPoolExecutor(max_workers=3, thread_name_prefix="pool") as pool:
    print(list(pool.map(lambda x: x * x, range(8))))  # expect: [0, 1, 4, 9, 16, 25, 36, 49]
    future = pool.submit(lambda: 1 / 0)
    try:
        future.result()
    except ZeroDivisionError as e:
        print("raised", e)  # expect: raised division by zero
    naps = {pool.submit(lambda s=s: (time.sleep(s), s)[1]): s for s in (0.15, 0.02, 0.08)}
    print([f.result() for f in as_completed(naps)])  # expect: [0.02, 0.08, 0.15]
    done, rest = wait([pool.submit(threading.current_thread) for _ in range(3)])
    print(len(done), rest, {f.result().name.split("_")[0] for f in done})  # expect: 3 set() {'pool'}


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
