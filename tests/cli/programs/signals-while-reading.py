# signals are seen while a program waits for input, and one that nobody catches ends it
# oracle: native
import os
import signal
import subprocess
import sys


class Enough(Exception):
    pass


def stop(number, frame):
    raise Enough(number)


signal.signal(signal.SIGALRM, stop)
read_end, write_end = os.pipe()
with open(read_end, "rb") as binary, open(os.dup(read_end)) as text, subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
    for read in (
        lambda: os.read(read_end, 1),
        lambda: binary.read(1),
        lambda: binary.raw.readall(),
        lambda: text.readline(),
        lambda: child.stdout.read(),
    ):
        signal.setitimer(signal.ITIMER_REAL, 0.1)
        try:
            read()
        except Enough as error:
            print(error)
    os.write(write_end, b"still there\n")
    print(text.readline())
    child.stdin.close()
# expect: 14
# expect: 14
# expect: 14
# expect: 14
# expect: 14
# expect: still there
# expect:
print(subprocess.run([sys.executable, "-c", "raise KeyboardInterrupt"], stderr=subprocess.DEVNULL).returncode)
# expect: -2
