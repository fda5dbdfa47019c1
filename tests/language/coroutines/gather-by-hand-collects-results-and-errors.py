# gather by hand collects results and errors
class Sleep:
    def __init__(self, n):
        self.n = n

    def __await__(self):
        for _ in range(self.n):
            yield


async def job(name, delay, fail=False):
    await Sleep(delay)
    if fail:
        raise RuntimeError(name + " failed")
    return name


def gather(*coros):
    results = [None] * len(coros)
    live = dict(enumerate(coros))
    steps = 0
    while live:
        steps += 1
        for i, c in list(live.items()):
            try:
                c.send(None)
            except StopIteration as e:
                results[i] = e.value
                del live[i]
            except RuntimeError as e:
                results[i] = repr(e)
                del live[i]
    return results, steps


print(gather(job("a", 3), job("b", 0), job("c", 1, True), job("d", 5)))
# expect: (['a', 'b', "RuntimeError('c failed')", 'd'], 6)
