# async for errors
# python: 3.14
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


def run(coro):
    try:
        while True:
            coro.send(None)
    except StopIteration as e:
        return e.value


async def loop(x):
    async for y in x:
        pass


async def manage(x):
    async with x:
        pass


class A:
    def __aiter__(self):
        return 5


class B:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5


class C:
    def __enter__(self): pass
    def __exit__(self, *a): pass


attempt(lambda: run(loop([1])))
# expect: TypeError: 'async for' requires an object with __aiter__ method, got list
attempt(lambda: run(loop(A())))
# expect: TypeError: 'async for' received an object from __aiter__ that does not implement __anext__: int
attempt(lambda: run(loop(B())))
# expect: TypeError: 'async for' received an invalid object from __anext__: int
attempt(lambda: run(manage(5)))
# expect: TypeError: 'int' object does not support the asynchronous context manager protocol (missed __aexit__ method)
attempt(lambda: run(manage(C())))
# expect: TypeError: 'C' object does not support the asynchronous context manager protocol (missed __aexit__ method) but it supports the context manager protocol. Did you mean to use 'with'?
