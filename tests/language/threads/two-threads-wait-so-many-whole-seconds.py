# Where all threads wait, those go on whose time is over, be it an int.
# oracle: native
import threading

never, done, begun = threading.Event(), threading.Event(), threading.Event()


def wait():
    begun.set()
    print(never.wait(1))
    done.set()


thread = threading.Thread(target=wait)
thread.start()
print(begun.wait(5))
print(done.wait(5))
thread.join(5)
print(thread.is_alive())
lock = threading.Lock()
condition = threading.Condition()
waiter = threading.Thread(target=lambda: never.wait(2))
waiter.start()
with lock, condition:
    print(lock.acquire(timeout=True), condition.wait(1))
waiter.join(3)
print(waiter.is_alive())
