# errors in use
# python: 3.14
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


import warnings

warnings.simplefilter("ignore")


async def f():
    return 1


async def bad_await(x):
    return await x


def run(coro):
    try:
        coro.send(None)
    except StopIteration as e:
        return e.value


attempt(lambda: run(bad_await(5)))  # expect: TypeError: 'int' object can't be awaited
attempt(lambda: run(bad_await(None)))  # expect: TypeError: 'NoneType' object can't be awaited
attempt(lambda: iter(f()))  # expect: TypeError: 'coroutine' object is not iterable
attempt(lambda: next(f()))  # expect: TypeError: 'coroutine' object is not an iterator
attempt(lambda: list(f()))  # expect: TypeError: 'coroutine' object is not iterable
attempt(lambda: f() + 1)  # expect: TypeError: unsupported operand type(s) for +: 'coroutine' and 'int'
c = f()
run(c)
attempt(lambda: c.send(None))  # expect: RuntimeError: cannot reuse already awaited coroutine
attempt(lambda: f().send(1))  # expect: TypeError: can't send non-None value to a just-started coroutine


class NotIter:
    def __await__(self):
        return 5


attempt(lambda: run(bad_await(NotIter())))
# expect: TypeError: __await__() returned non-iterator of type 'int'


async def plain_for():
    for x in f():
        pass


attempt(lambda: run(plain_for()))  # expect: TypeError: 'coroutine' object is not iterable
