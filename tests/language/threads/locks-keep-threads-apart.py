# locks, conditions, events, barriers and queues between threads
# oracle: native
import queue
import threading

total = 0
lock = threading.Lock()


def add():
    global total
    for _ in range(3000):
        with lock:
            total += 1


threads = [threading.Thread(target=add) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(total, lock.locked())  # expect: 12000 False

q = queue.Queue(maxsize=2)
got = []


def consume():
    while (x := q.get()) is not None:
        got.append(x)
        q.task_done()
    q.task_done()


t = threading.Thread(target=consume)
t.start()
for i in range(10):
    q.put(i)
q.put(None)
q.join()
t.join()
print(got)  # expect: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
try:
    q.get(timeout=0.01)
except queue.Empty:
    print("empty")  # expect: empty

condition = threading.Condition()
items = []


def take():
    with condition:
        condition.wait_for(lambda: items)
        got.append(items.pop())


t = threading.Thread(target=take)
t.start()
with condition:
    items.append("item")
    condition.notify()
t.join()
print(got[-1])  # expect: item

event = threading.Event()
order = []
waiters = [threading.Thread(target=lambda i=i: (event.wait(), order.append(i))) for i in range(3)]
for t in waiters:
    t.start()
print(event.wait(0.01), order)  # expect: False []
event.set()
for t in waiters:
    t.join()
print(sorted(order), event.wait())  # expect: [0, 1, 2] True

barrier = threading.Barrier(3)
seen = []


def meet(i):
    barrier.wait()
    seen.append(i)


meeters = [threading.Thread(target=meet, args=(i,)) for i in range(3)]
for t in meeters:
    t.start()
for t in meeters:
    t.join()
print(sorted(seen), barrier.n_waiting)  # expect: [0, 1, 2] 0

r = threading.RLock()
with r, r:
    other = []
    t = threading.Thread(target=lambda: other.append(r.acquire(blocking=False)))
    t.start()
    t.join()
    print(other)  # expect: [False]
    t = threading.Thread(target=lambda: other.append(r.acquire(timeout=0.01)))
    t.start()
    t.join()
    print(other)  # expect: [False, False]
try:
    r.release()
except RuntimeError as e:
    print(e)  # expect: cannot release un-acquired lock
try:
    lock.release()
except RuntimeError as e:
    print(e)  # expect: release unlocked lock
timer = threading.Timer(0.01, print, ["timer"])
timer.start()
timer.join()
# expect: timer
