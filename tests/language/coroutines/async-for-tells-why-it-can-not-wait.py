# what goes wrong on the way to waiting for __anext__'s answer is the cause of a TypeError
class Answers:
    def __init__(self, value):
        self.value = value

    def __aiter__(self):
        return self

    def __anext__(self):
        return self.value


class Awaitable:
    def __init__(self, action):
        self.action = action

    def __await__(self):
        return self.action()


class Stops(Exception):
    pass


def stop():
    raise StopAsyncIteration


def interrupt():
    raise KeyboardInterrupt


async def nothing():
    pass


def run(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as e:
        print("value", e.value)
    except BaseException as e:
        print(type(e).__name__, e, "|", repr(e.__cause__), "|", e.__context__ is e.__cause__, e.__suppress_context__)


async def loop(value):
    async for x in Answers(value):
        return x


async def comprehension(value):
    return [x async for x in Answers(value)]


unused = nothing()
for value in [3, None, (x for x in []), Awaitable(lambda: 1 // 0), Awaitable(lambda: 3), Awaitable(lambda: unused), Awaitable(interrupt), Awaitable(lambda: iter([]))]:
    for _ in range(3):
        run(loop(value))
# expect: TypeError 'async for' received an invalid object from __anext__: int | TypeError("'int' object can't be awaited") | True True
# expect: TypeError 'async for' received an invalid object from __anext__: int | TypeError("'int' object can't be awaited") | True True
# expect: TypeError 'async for' received an invalid object from __anext__: int | TypeError("'int' object can't be awaited") | True True
# expect: TypeError 'async for' received an invalid object from __anext__: NoneType | TypeError("'NoneType' object can't be awaited") | True True
# expect: TypeError 'async for' received an invalid object from __anext__: NoneType | TypeError("'NoneType' object can't be awaited") | True True
# expect: TypeError 'async for' received an invalid object from __anext__: NoneType | TypeError("'NoneType' object can't be awaited") | True True
# expect: TypeError 'async for' received an invalid object from __anext__: generator | TypeError("'generator' object can't be awaited") | True True
# expect: TypeError 'async for' received an invalid object from __anext__: generator | TypeError("'generator' object can't be awaited") | True True
# expect: TypeError 'async for' received an invalid object from __anext__: generator | TypeError("'generator' object can't be awaited") | True True
# expect: TypeError 'async for' received an invalid object from __anext__: Awaitable | ZeroDivisionError('division by zero') | True True
# expect: TypeError 'async for' received an invalid object from __anext__: Awaitable | ZeroDivisionError('division by zero') | True True
# expect: TypeError 'async for' received an invalid object from __anext__: Awaitable | ZeroDivisionError('division by zero') | True True
# expect: TypeError 'async for' received an invalid object from __anext__: Awaitable | TypeError("__await__() returned non-iterator of type 'int'") | True True
# expect: TypeError 'async for' received an invalid object from __anext__: Awaitable | TypeError("__await__() returned non-iterator of type 'int'") | True True
# expect: TypeError 'async for' received an invalid object from __anext__: Awaitable | TypeError("__await__() returned non-iterator of type 'int'") | True True
# expect: TypeError 'async for' received an invalid object from __anext__: Awaitable | TypeError('__await__() returned a coroutine') | True True
# expect: TypeError 'async for' received an invalid object from __anext__: Awaitable | TypeError('__await__() returned a coroutine') | True True
# expect: TypeError 'async for' received an invalid object from __anext__: Awaitable | TypeError('__await__() returned a coroutine') | True True
# expect: TypeError 'async for' received an invalid object from __anext__: Awaitable | KeyboardInterrupt() | True True
# expect: TypeError 'async for' received an invalid object from __anext__: Awaitable | KeyboardInterrupt() | True True
# expect: TypeError 'async for' received an invalid object from __anext__: Awaitable | KeyboardInterrupt() | True True
# expect: value None
# expect: value None
# expect: value None
run(comprehension(Awaitable(lambda: 1 // 0)))
# expect: TypeError 'async for' received an invalid object from __anext__: Awaitable | ZeroDivisionError('division by zero') | True True
run(loop(Awaitable(stop)))
# expect: TypeError 'async for' received an invalid object from __anext__: Awaitable | StopAsyncIteration() | True True
unused.close()
