# a value comes up through a chain of generators at once, but whoever looks sees each of them run or wait
import sys


def link(depth, log):
    try:
        if depth:
            got = yield from link(depth - 1, log)
            log.append((depth, got))
        else:
            sent = yield "first"
            log.append(("sent", sent))
            sent = yield "second"
            log.append(("sent", sent))
    except KeyError as e:
        log.append((depth, "caught", e.args, e.__context__ is None))
        yield "handled"
        raise ValueError(depth) from None
    finally:
        log.append((depth, "left"))
    return depth


log = []
g = link(4, log)
print(g.gi_yieldfrom, g.gi_running)  # expect: None False
print(next(g), g.send("a"))  # expect: first second
inner = g
names = []
while inner is not None:
    names.append((inner.gi_running, inner.gi_suspended, inner.gi_frame.f_locals["depth"]))
    inner = inner.gi_yieldfrom
print(names)
# expect: [(False, True, 4), (False, True, 3), (False, True, 2), (False, True, 1), (False, True, 0)]
try:
    g.send("b")
except StopIteration as e:
    print(e.value, log)
# expect: 4 [('sent', 'a'), ('sent', 'b'), (0, 'left'), (1, 0), (1, 'left'), (2, 1), (2, 'left'), (3, 2), (3, 'left'), (4, 3), (4, 'left')]
log.clear()
g = link(3, log)
next(g)
print(g.throw(KeyError("k")), log)  # expect: handled [(0, 'caught', ('k',), True)]
try:
    next(g)
except ValueError as e:
    tb, lines = e.__traceback__, []
    while tb is not None:
        lines.append(tb.tb_frame.f_code.co_name)
        tb = tb.tb_next
    print(e.args, lines, log)
# expect: (0,) ['<module>', 'link', 'link', 'link', 'link'] [(0, 'caught', ('k',), True), (0, 'left'), (1, 'left'), (2, 'left'), (3, 'left')]
log.clear()
g = link(3, log)
next(g)
g.close()
print(log)  # expect: [(0, 'left'), (1, 'left'), (2, 'left'), (3, 'left')]


# inside, all of the chain runs: stack, running flags, and no second entry
def watcher(chain):
    frames, frame = [], sys._getframe()
    while frame is not None and frame.f_code.co_name != "<module>":
        frames.append(frame.f_code.co_name)
        frame = frame.f_back
    yield frames
    yield [c.gi_running for c in chain]
    try:
        next(chain[1])
    except ValueError as e:
        yield str(e)
    frames, frame = [], sys._getframe()
    while frame is not None and frame.f_code.co_name != "<module>":
        frames.append(frame.f_code.co_name)
        frame = frame.f_back
    yield frames


def middle(below):
    yield from below


chain = []
a = watcher(chain)
b = middle(a)
c = middle(b)
chain += [a, b, c]
for _ in range(3):
    print(next(c))
# expect: ['watcher', 'middle', 'middle']
# expect: [True, True, True]
# expect: generator already executing
print(next(c), [x.gi_running for x in chain])  # expect: ['watcher', 'middle', 'middle'] [False, False, False]


# deep ones
def deep(n):
    if n:
        yield from deep(n - 1)
    else:
        yield 1
        yield 2


d = deep(300)
print(next(d))  # expect: 1
print(list(d))  # expect: [2]
print(sum(deep(500)))  # expect: 3


# an exception that is being handled where it is resumed, or inside, is not lost on the way
def inside():
    try:
        1 / 0
    except ZeroDivisionError:
        yield type(sys.exception())
        yield type(sys.exception())
    yield type(sys.exception())


def outside():
    yield from inside()


o = outside()
print(next(o), sys.exception())  # expect: <class 'ZeroDivisionError'> None
try:
    raise KeyError
except KeyError:
    print(next(o), type(sys.exception()))  # expect: <class 'ZeroDivisionError'> <class 'KeyError'>
    print(next(o), type(sys.exception()))  # expect: <class 'KeyError'> <class 'KeyError'>
print(next(o, "end"))  # expect: end


# one generator, delegated to by two
def shared():
    for i in range(6):
        yield i


s = shared()
x, y = middle(s), middle(s)
print([next(x), next(y), next(x), next(s), next(y), next(x)], next(y, "none"), next(x, "none"))
# expect: [0, 1, 2, 3, 4, 5] none none

# what is delegated to may be an iterator of another kind, at any depth
print([*middle(middle([1, 2])), *middle(middle(range(2))), *middle(middle(middle(iter("ab"))))])
# expect: [1, 2, 0, 1, 'a', 'b']


# a trace function sees each of them go on and wait
events = []


def tracer(frame, event, arg):
    if frame.f_code.co_name in ("middle", "shared") and event in ("call", "return"):
        events.append((frame.f_code.co_name, event, arg if event == "return" else None))
    return tracer


def watched():
    t = middle(middle(shared()))
    next(t)
    next(t)
    return next(t)


sys.settrace(tracer)
got = watched()
sys.settrace(None)
print(got, events)
# expect: 2 [('middle', 'call', None), ('middle', 'call', None), ('shared', 'call', None), ('shared', 'return', 0), ('middle', 'return', 0), ('middle', 'return', 0), ('middle', 'call', None), ('middle', 'call', None), ('shared', 'call', None), ('shared', 'return', 1), ('middle', 'return', 1), ('middle', 'return', 1), ('middle', 'call', None), ('middle', 'call', None), ('shared', 'call', None), ('shared', 'return', 2), ('middle', 'return', 2), ('middle', 'return', 2), ('shared', 'call', None), ('shared', 'return', None), ('middle', 'call', None), ('middle', 'return', None), ('middle', 'call', None), ('middle', 'return', None)]


# coroutines await each other, values are sent down to whoever waits
class Wait:
    def __await__(self):
        return (yield "waiting")


async def low(n):
    total = 0
    for i in range(n):
        total += await Wait()
    return total


async def high(n, depth):
    if depth:
        return await high(n, depth - 1) + 1
    return await low(n)


h = high(3, 5)
print([h.send(None), h.send(10), h.send(20)], h.cr_await.cr_running, h.cr_await.cr_await is not None)
# expect: ['waiting', 'waiting', 'waiting'] False True
try:
    h.send(30)
except StopIteration as e:
    print(e.value)  # expect: 65


# trees, in loops that are hot
class Tree:
    def __init__(self, left, value, right):
        self.left, self.value, self.right = left, value, right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right

    def __bool__(self):
        return True


def tree(values):
    n = len(values)
    return Tree(tree(values[: n // 2]), values[n // 2], tree(values[n // 2 + 1 :])) if n else None


whole = tree(range(300))
print(all(list(whole) == list(range(300)) for _ in range(20)))  # expect: True
it = iter(whole)
print([next(it) for _ in range(5)], sum(it))  # expect: [0, 1, 2, 3, 4] 44840
