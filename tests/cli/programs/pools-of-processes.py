# pools, executors, processes and queues as most programs use them, without a word about how processes are started
# oracle: native
import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def square(x):
    return x * x


def work(queue, n):
    queue.put((n, square(n)))


def answer(connection):
    while (n := connection.recv()) is not None:
        connection.send(square(n))
    connection.close()


if __name__ == "__main__":
    with multiprocessing.Pool(1) as pool:
        print(pool.map(square, range(6)))
        print(pool.starmap(pow, [(2, 3), (3, 2)]), pool.apply_async(square, (7,)).get())
    queue = multiprocessing.Queue()
    processes = [multiprocessing.Process(target=work, args=(queue, i)) for i in range(1)]
    for process in processes:
        process.start()
    print(sorted(queue.get() for _ in processes))
    for process in processes:
        process.join()
    print([process.exitcode for process in processes])
    with ProcessPoolExecutor(1) as executor:
        print(list(executor.map(square, range(4))), executor.submit(square, 9).result())
    receiver, sender = multiprocessing.Pipe(duplex=False)
    sender.send([1])
    print(receiver.recv())
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.Process(target=answer, args=(theirs,))
    process.start()
    theirs.close()
    for n in (3, 1.5, None):
        ours.send(n)
    print(ours.recv(), ours.recv())
    try:
        ours.recv()
    except EOFError:
        print("the end")
    process.join()
# expect: [0, 1, 4, 9, 16, 25]
# expect: [8, 9] 49
# expect: [(0, 0)]
# expect: [0]
# expect: [0, 1, 4, 9] 81
# expect: [1]
# expect: 9 2.25
# expect: the end
