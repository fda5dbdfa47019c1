# local data, contexts, exceptions, generators and the depth of recursion are a thread's own
# oracle: native
import contextvars
import sys
import threading

data = threading.local()
data.x = "main"


class Local(threading.local):
    kind = "class"

    def __init__(self, start):
        self.values = [start]


own = Local("start")
own.values.append("main")
var = contextvars.ContextVar("var", default="unset")
var.set("main")
out = []


def look():
    out.append((hasattr(data, "x"), own.values, own.kind, var.get(), sys.exception()))
    data.x = "thread"
    own.values.append("thread")
    var.set("thread")


try:
    raise KeyError
except KeyError:
    t = threading.Thread(target=look)
    t.start()
    t.join()
    print(repr(sys.exception()))  # expect: KeyError()
print(out, data.x, own.values, var.get())
# expect: [(False, ['start', 'thread'], 'class', 'unset', None)] main ['start', 'main'] main


def depth(n):
    return 1 + depth(n - 1) if n else 0


def deep():
    out.append(depth(800))
    try:
        depth(10**6)
    except RecursionError:
        out.append("RecursionError")


t = threading.Thread(target=deep)
t.start()
t.join()
print(out[1:])  # expect: [800, 'RecursionError']


# a generator begun in one thread goes on in another
def numbers():
    for i in range(4):
        yield i, threading.current_thread().name


g = numbers()
seen = [next(g)[0]]
t = threading.Thread(target=lambda: seen.append(next(g)), name="other")
t.start()
t.join()
print(seen, next(g))  # expect: [0, (1, 'other')] (2, 'MainThread')


told = []


class Silent(Exception):
    pass


def hook(args):
    told.append(("hook", args.exc_type.__name__, str(args.exc_value), args.thread.name))


threading.excepthook = hook


def fail():
    raise Silent("told")


t = threading.Thread(target=fail, name="failing")
t.start()
t.join()
t = threading.Thread(target=sys.exit)
t.start()
t.join()
print(told)  # expect: [('hook', 'Silent', 'told', 'failing'), ('hook', 'SystemExit', '', 'Thread-3 (exit)')]
