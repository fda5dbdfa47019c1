# locks and queues that processes share, and a process that is spawned
# oracle: native
import multiprocessing as mp
globals().pop("__file__", None)  # (a child reads no program)
if __name__ == "__main__":
    mp.set_start_method("spawn")
    l = mp.Lock(); print(l, l.acquire(), l.acquire(timeout=0.05)); l.release(); print(l)
    try: l.release()
    except ValueError as e: print(e)
    r = mp.RLock(); print(r.acquire(), r.acquire(), r)
    r.release(); r.release()
    try: r.release()
    except AssertionError as e: print(e)
    s = mp.Semaphore(2); print(s, s.acquire(False), s.acquire(False), s.acquire(False), s.get_value())
    e = mp.Event(); print(e.wait(0.01)); e.set(); print(e.wait(1))
    q = mp.SimpleQueue(); q.put(3); print(q.get())
    Q = mp.Queue(); 
    p = mp.Process(target=Q.put, args=(("from the child", 1),)); p.start(); print(Q.get(timeout=10)); p.join(); print(p.exitcode)
# expect: <Lock(owner=MainProcess)> True False
# expect: <Lock(owner=None)>
# expect: semaphore or lock released too many times
# expect: True True <RLock(MainProcess, 2)>
# expect: attempt to release recursive lock not owned by thread
# expect: <Semaphore(value=0)> True True False 0
# expect: False
# expect: True
# expect: 3
# expect: ('from the child', 1)
# expect: 0
