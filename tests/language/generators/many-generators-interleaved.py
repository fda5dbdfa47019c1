# many generators interleaved
def worker(name, n):
    for i in range(n):
        yield f"{name}{i}"


queue = [worker("a", 2), worker("b", 4), worker("c", 1)]
out = []
while queue:
    g = queue.pop(0)
    try:
        out.append(next(g))
        queue.append(g)
    except StopIteration as e:
        pass
print(out)  # expect: ['a0', 'b0', 'c0', 'a1', 'b1', 'b2', 'b3']
print([next(g) for g in [worker(str(i), 3) for i in range(100)]][-1])  # expect: 990
