# Variables die in one order, the last one first: in frames, in generators however they end, in frames that tracebacks kept
class D:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name, end="; ")


def gen():
    p = D("p")
    q = D("q")
    yield 1
    r = D("r")
    yield 2


it = gen()
next(it)
it.close()
print("closed")  # expect: del q; del p; closed
it = gen()
next(it)
next(it)
del it
print("dropped")  # expect: del r; del q; del p; dropped
it = gen()
list(it)
print("finished")  # expect: del r; del q; del p; finished


class Once:
    def __await__(self):
        yield 1


async def coroutine():
    a = D("a")
    b = D("b")
    await Once()


c = coroutine()
c.send(None)
del c
print("coroutine")  # expect: del b; del a; coroutine


def finishing(a, b):
    try:
        c = D("c")
        yield
    finally:
        print("fin", end=" ")


it = finishing(D("a"), D("b"))
next(it)
del it
print("with finally")  # expect: fin del c; del b; del a; with finally
it = finishing(D("a"), D("b"))
del it
print("never started")  # expect: del b; del a; never started


def raising():
    a = D("a")
    b = D("b")
    raise ValueError


try:
    raising()
except ValueError as e:
    tb = e.__traceback__
print("caught")  # expect: caught
del tb
print("traceback gone")  # expect: del b; del a; traceback gone
