# contextmanager misuse
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


from contextlib import contextmanager


@contextmanager
def twice():
    yield 1
    yield 2


@contextmanager
def never():
    if False:
        yield


def use(f):
    with f() as x:
        return x


attempt(use, twice)  # expect: RuntimeError: generator didn't stop
attempt(use, never)  # expect: RuntimeError: generator didn't yield
attempt(lambda: twice().nope)
# expect: AttributeError: '_GeneratorContextManager' object has no attribute 'nope'
