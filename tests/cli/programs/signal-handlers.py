# handlers of SIGINT are called where the program is; what they raise is raised there
# oracle: native
import os
import signal
import time

seen = []


def note(number, frame):
    seen.append((number, frame.f_code.co_name))


class Enough(Exception):
    pass


def stop(number, frame):
    raise Enough


def work():
    n = 0
    while not seen and n < 10**8:
        n += 1


signal.signal(signal.SIGINT, note)
os.kill(os.getpid(), signal.SIGINT)
work()
print(len(seen), seen[0][0])  # expect: 1 2
signal.signal(signal.SIGINT, stop)
try:
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(5)
except Enough:
    print("enough")  # expect: enough
signal.signal(signal.SIGINT, signal.SIG_IGN)
os.kill(os.getpid(), signal.SIGINT)
time.sleep(0.05)
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(5)
except KeyboardInterrupt:
    print("interrupted")  # expect: interrupted
