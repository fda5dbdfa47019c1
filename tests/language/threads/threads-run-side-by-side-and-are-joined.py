# threads run side by side, take turns where they wait, and are joined
# oracle: native
import threading
import time

log = []


def work(n):
    for i in range(3):
        log.append((i, n))
        time.sleep(0.02)


threads = [threading.Thread(target=work, args=(i,)) for i in range(3)]
for t in threads:
    t.start()
print(threading.active_count())  # expect: 4
for t in threads:
    t.join()
print(sorted(log) == [(i, n) for i in range(3) for n in range(3)], [t.is_alive() for t in threads])
# expect: True [False, False, False]
print(log[:9].index((1, 0)) > 0)  # expect: True

# a loop that never waits lets others run too
done = False
turns = 0


def spin():
    global turns
    while not done:
        turns += 1


t = threading.Thread(target=spin, name="spinner", daemon=True)
t.start()
time.sleep(0.03)
done = True
t.join()
print(turns > 0, t.name, t.daemon, t.ident != threading.get_ident())  # expect: True spinner True True

# join with a limit
gate = threading.Event()
t = threading.Thread(target=gate.wait)
t.start()
t.join(0.001)
print(t.is_alive())  # expect: True
gate.set()
t.join()
print(t.is_alive())  # expect: False
try:
    t.start()
except RuntimeError as e:
    print(e)  # expect: threads can only be started once
try:
    threading.current_thread().join()
except RuntimeError as e:
    print(e)  # expect: cannot join current thread

# 150 at once
gate = threading.Semaphore(5)
count = []


def pass_gate():
    with gate:
        time.sleep(0.001)
        count.append(1)


threads = [threading.Thread(target=pass_gate) for _ in range(150)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(count))  # expect: 150
