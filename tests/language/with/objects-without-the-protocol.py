# objects without the protocol
# python: 3.14
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


class OnlyEnter:
    def __enter__(self): pass


class OnlyExit:
    def __exit__(self, *a): pass


class Async:
    async def __aenter__(self): pass
    async def __aexit__(self, *a): pass


def use(x):
    with x:
        pass


attempt(use, 5)
# expect: TypeError: 'int' object does not support the context manager protocol (missed __exit__ method)
attempt(use, OnlyEnter())
# expect: TypeError: 'OnlyEnter' object does not support the context manager protocol (missed __exit__ method)
attempt(use, OnlyExit())
# expect: TypeError: 'OnlyExit' object does not support the context manager protocol (missed __enter__ method)
attempt(use, Async())
# expect: TypeError: 'Async' object does not support the context manager protocol (missed __exit__ method) but it supports the asynchronous context manager protocol. Did you mean to use 'async with'?
