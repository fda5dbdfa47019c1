# __aexit__ written in Python, and __exit__ in coroutines and generators, get what has been raised in a hot loop
import sys


class Failed(Exception):
    def __init__(self, count):
        super().__init__(count)
        self.count = count


class Pause:
    def __await__(self):
        yield 1


class Guard:
    def __init__(self, pauses):
        self.pauses = pauses
        self.seen = 0

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, value, trace):
        for _ in range(self.pauses):
            await Pause()
        if kind is Failed:
            self.seen += value.count + (trace.tb_next is None)
        return kind is Failed


async def swallowed(n, pauses):
    guard = Guard(pauses)
    for i in range(n):
        async with guard:
            if i % 2:
                raise Failed(i)
    return guard.seen


def run(coroutine):
    steps = 0
    try:
        while True:
            coroutine.send(None)
            steps += 1
    except StopIteration as stop:
        return stop.value, steps


print(run(swallowed(200, 0)), run(swallowed(200, 2)))  # expect: (10100, 0) (10100, 400)


class Plain:
    seen = 0

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        if value is not None:
            self.seen += value.count
        return True


def produced(n, plain):
    for i in range(n):
        with plain:
            if i % 3:
                raise Failed(i)
            yield i


def consumed(n):
    plain = Plain()
    total = 0
    for value in produced(n, plain):
        total += value
    return total, plain.seen


print(consumed(300))  # expect: (14850, 30000)


class Yielding:
    """Its __exit__ is a generator function: what it gives is true."""

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        yield value, trace


def generous(n):
    for i in range(n):
        with Yielding():
            raise Failed(i)
    return i, sys.exception()


print(generous(200))  # expect: (199, None)
