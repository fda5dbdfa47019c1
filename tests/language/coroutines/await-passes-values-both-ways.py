# await passes values both ways
def run(coroutine):
    """A loop by hand: every awaited Later is answered with its value."""
    answer = None
    while True:
        try:
            wanted = coroutine.send(answer)
        except StopIteration as stop:
            return stop.value
        answer = ("answer", wanted)


class Later:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return (yield self.value)


async def inner(n):
    print("inner", n)
    got = await Later(n)
    return (n, got)


async def outer():
    a = await inner(1)
    b = await inner(2)
    print(await Later("x"), [await inner(i) for i in range(2)], {i: await Later(i) for i in "ab"})
    return a, b


print(run(outer()))
# expect: inner 1
# expect: inner 2
# expect: inner 0
# expect: inner 1
# expect: ('answer', 'x') [(0, ('answer', 0)), (1, ('answer', 1))] {'a': ('answer', 'a'), 'b': ('answer', 'b')}
# expect: ((1, ('answer', 1)), (2, ('answer', 2)))
async def empty(): pass
print(run(empty()))  # expect: None
c = outer()
print(type(c).__name__, c.cr_running, c.cr_await, c.cr_frame is None, c.cr_code.co_name)
# expect: coroutine False None False outer
c.close()
try:
    c.send(None)
except RuntimeError as error:
    print(error)  # expect: cannot reuse already awaited coroutine
try:
    run(5 if False else Later(1).__await__())
except AttributeError as error:
    print(error)
