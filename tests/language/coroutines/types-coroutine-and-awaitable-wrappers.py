# types coroutine and awaitable wrappers
import types


@types.coroutine
def sleep(n):
    r = yield n
    return r


async def main():
    return [await sleep(1), await sleep(2)]


c = main()
print(c.send(None), c.send("a"))  # expect: 1 2
try:
    c.send("b")
except StopIteration as e:
    print(e.value)  # expect: ['a', 'b']
print(main.__code__.co_flags & 0x80 != 0)  # expect: True
