# a task group on a loop by hand
from collections import deque


class Future:
    def __init__(self):
        self.done, self.value, self.waiters = False, None, []

    def set(self, value, loop):
        self.done, self.value = True, value
        loop.ready.extend(self.waiters)

    def __await__(self):
        if not self.done:
            yield self
        return self.value


class Task(Future):
    def __init__(self, coroutine, name):
        super().__init__()
        self.coroutine, self.name, self.error = coroutine, name, None

    def step(self, loop):
        try:
            future = self.coroutine.send(None)
        except StopIteration as stop:
            self.set(stop.value, loop)
        except Exception as error:
            self.error = error
            self.set(None, loop)
        else:
            (future.waiters if not future.done else loop.ready).append(self)


class Loop:
    def __init__(self):
        self.ready = deque()

    def spawn(self, coroutine, name="task"):
        task = Task(coroutine, name)
        self.ready.append(task)
        return task

    def run(self, coroutine):
        main = self.spawn(coroutine, "main")
        while self.ready:
            self.ready.popleft().step(self)
        if main.error:
            raise main.error
        return main.value


class Group:
    def __init__(self, loop):
        self.loop, self.tasks = loop, []

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, value, traceback):
        errors = []
        for task in self.tasks:
            await task
            if task.error:
                errors.append(task.error)
        if errors:
            raise ExceptionGroup("group", errors)

    def start(self, coroutine):
        self.tasks.append(self.loop.spawn(coroutine))
        return self.tasks[-1]


loop = Loop()
gate = Future()


async def worker(n):
    print("start", n)
    value = await gate
    print("woken", n, value)
    if n == 2:
        raise ValueError(n)
    return n * value


async def main():
    try:
        async with Group(loop) as group:
            tasks = [group.start(worker(n)) for n in range(4)]
            loop.spawn(opener())
    except* ValueError as errors:
        print("errors", errors.exceptions)
    return [t.value for t in tasks]


async def opener():
    print("opening")
    gate.set(10, loop)


print(loop.run(main()))
# expect: start 0
# expect: start 1
# expect: start 2
# expect: start 3
# expect: opening
# expect: woken 0 10
# expect: woken 1 10
# expect: woken 2 10
# expect: woken 3 10
# expect: errors (ValueError(2),)
# expect: [0, 10, None, 30]
