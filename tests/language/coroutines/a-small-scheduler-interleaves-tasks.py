# a small scheduler interleaves tasks
class Switch:
    def __await__(self):
        yield "switch"


async def worker(name, n, log):
    for i in range(n):
        log.append(f"{name}{i}")
        await Switch()
    return name.upper()


def run_all(tasks):
    results = {}
    queue = list(tasks)
    while queue:
        t = queue.pop(0)
        try:
            assert t.send(None) == "switch"
            queue.append(t)
        except StopIteration as e:
            results[t.cr_code.co_name, e.value] = True
    return [v for _, v in results]


log = []
print(run_all([worker("a", 3, log), worker("b", 1, log), worker("c", 2, log)]), log)
# expect: ['B', 'C', 'A'] ['a0', 'b0', 'c0', 'a1', 'c1', 'a2']
