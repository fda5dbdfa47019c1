# Where all threads wait, those go on whose time is over, be it an int.
# oracle: native
import threading

never, done, begun = threading.Event(), threading.Event(), threading.Event()
seen = []


def wait():
    begun.set()
    seen.append(never.wait(1))
    done.set()


thread = threading.Thread(target=wait)
thread.start()
print(begun.wait(5))  # expect: True
print(done.wait(5))  # expect: True
thread.join(5)
print(thread.is_alive(), seen)  # expect: False [False]
lock = threading.Lock()
condition = threading.Condition()
waiter = threading.Thread(target=lambda: never.wait(2))
waiter.start()
with lock, condition:
    print(lock.acquire(timeout=True), condition.wait(1))  # expect: False False
waiter.join(3)
print(waiter.is_alive())  # expect: False
