# signals are held back while they are masked
# oracle: native
import signal, os, time
got = []
signal.signal(signal.SIGUSR1, lambda s, f: got.append(s))
print(signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1, signal.SIGTERM, signal.SIGINT]))
# expect: set()
for s in (signal.SIGUSR1, signal.SIGTERM): os.kill(os.getpid(), s)
time.sleep(0.1)
print(got, sorted(signal.sigpending()))  # expect: [] [<Signals.SIGUSR1: 10>, <Signals.SIGTERM: 15>]
print(sorted(signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR1])))
# expect: [<Signals.SIGINT: 2>, <Signals.SIGUSR1: 10>, <Signals.SIGTERM: 15>]
time.sleep(0.05)
print(got, sorted(signal.sigpending()), sorted(signal.pthread_sigmask(signal.SIG_BLOCK, [])))
# expect: [10] [<Signals.SIGTERM: 15>] [<Signals.SIGINT: 2>, <Signals.SIGTERM: 15>]
signal.signal(signal.SIGTERM, signal.SIG_IGN)
signal.signal(signal.SIGTERM, lambda s, f: got.append("term"))
os.kill(os.getpid(), signal.SIGINT); time.sleep(0.1)
try: signal.pthread_sigmask(signal.SIG_SETMASK, []); time.sleep(0.1)
except KeyboardInterrupt: print("interrupted")  # expect: interrupted
print(got)  # expect: [10]
for a in ((9, []), (signal.SIG_BLOCK, [0]), (0, [999])):
    try: signal.pthread_sigmask(*a)
    except Exception as e: print(type(e).__name__, e)
# expect: OSError [Errno 22] Invalid argument
# expect: ValueError signal number 0 out of range [1; 64]
# expect: ValueError signal number 999 out of range [1; 64]
