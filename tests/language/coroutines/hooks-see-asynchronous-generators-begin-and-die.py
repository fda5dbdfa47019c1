# sys.set_asyncgen_hooks: one hook sees the first iteration, the other gets what is dropped before its end
import gc
import sys
import weakref


class Nap:
    def __await__(self):
        yield "nap"
        return None


def run(coroutine):
    naps = 0
    while True:
        try:
            coroutine.send(None)
            naps += 1
        except StopIteration as e:
            return naps, e.value
        except StopAsyncIteration:
            return naps, "end"


async def numbers(label):
    try:
        for i in range(3):
            yield i
    finally:
        await Nap()
        log.append(f"cleaned {label}")


log = []
begun = []
dying = []
before = sys.get_asyncgen_hooks()
sys.set_asyncgen_hooks(firstiter=lambda g: begun.append(g.__name__), finalizer=lambda g: dying.append(g.aclose()))


async def first(label):
    async for x in numbers(label):
        return x


print(run(first("a")))  # expect: (0, 0)
gc.collect()
print(begun, len(dying), log)  # expect: ['numbers'] 1 []
while dying:
    print(run(dying.pop()))  # expect: (1, None)
print(log)  # expect: ['cleaned a']

g = numbers("b")
print(len(begun))  # expect: 1
run(g.asend(None))
run(g.__anext__())
print(len(begun))  # expect: 2
print(run(g.aclose()), log)  # expect: (1, None) ['cleaned a', 'cleaned b']
del g
gc.collect()
print(len(dying))  # expect: 0


async def whole(label):
    return [x async for x in numbers(label)]


print(run(whole("c")), log, len(begun), len(dying))
# expect: (1, [0, 1, 2]) ['cleaned a', 'cleaned b', 'cleaned c'] 3 0
sys.set_asyncgen_hooks(*before)
g = numbers("d")
run(g.asend(None))
print(len(begun), run(g.aclose()), log[-1])  # expect: 3 (1, None) cleaned d
g = numbers("e")
alive = weakref.ref(g)
del g
gc.collect()
print(alive(), len(begun))  # expect: None 3
