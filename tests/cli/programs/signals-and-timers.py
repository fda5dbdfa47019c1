# handlers of signals from outside, timers, an event loop that hears of signals
# oracle: native
import asyncio, os, signal, time
seen=[]
def h(s,f): seen.append(signal.Signals(s).name)
for s in (signal.SIGUSR1, signal.SIGUSR2, signal.SIGTERM, signal.SIGHUP, signal.SIGALRM): signal.signal(s,h)
os.kill(os.getpid(), signal.SIGUSR1); os.kill(os.getpid(), signal.SIGTERM); os.kill(os.getpid(), signal.SIGHUP)
while len(seen) < 3: time.sleep(0.001)
print(sorted(seen)); seen.clear()
signal.raise_signal(signal.SIGUSR2); print(seen); seen.clear()
print(signal.alarm(5), signal.alarm(0) in (4,5))
def boom(s,f): raise TimeoutError("alarm")
signal.signal(signal.SIGALRM, boom)
for what in ("loop","sleep","call"):
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    try:
        if what=="loop":
            while True: pass
        elif what=="sleep": time.sleep(5)
        else:
            while True: sorted(range(10**5), key=lambda x: -x)
        print("no")
    except TimeoutError as e: print(what, e)
n=0
def tick(s,f):
    global n; n+=1
signal.signal(signal.SIGALRM,tick); signal.setitimer(signal.ITIMER_REAL,0.01,0.01)
t=time.time()
while n<5: pass
print(n>=5, time.time()-t<20, signal.getitimer(signal.ITIMER_REAL)[1]); signal.setitimer(signal.ITIMER_REAL,0)
signal.setitimer(signal.ITIMER_REAL,0.05,0.05); signal.pause(); signal.setitimer(signal.ITIMER_REAL,0); print("paused")
signal.signal(signal.SIGUSR1, signal.SIG_IGN); os.kill(os.getpid(), signal.SIGUSR1); time.sleep(0.02); print("ignored")
async def main():
    loop=asyncio.get_running_loop(); ev=asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, ev.set)
    loop.call_later(0.05, os.kill, os.getpid(), signal.SIGTERM)
    await asyncio.wait_for(ev.wait(), 3); print("event")
    loop.remove_signal_handler(signal.SIGTERM)
asyncio.run(main())
print(signal.getsignal(signal.SIGUSR1), signal.signal(signal.SIGUSR1, signal.SIG_DFL))
# expect: ['SIGHUP', 'SIGTERM', 'SIGUSR1']
# expect: ['SIGUSR2']
# expect: 0 True
# expect: loop alarm
# expect: sleep alarm
# expect: call alarm
# expect: True True 0.01
# expect: paused
# expect: ignored
# expect: event
# expect: 1 1
