# Pipelines of generators, recursive yield from, and send.
N = 300_000


def numbers(n):
    i = 0
    while i < n:
        yield i
        i += 1


def odd_squares(source):
    for x in source:
        if x & 1:
            yield x * x


def windows(source, size):
    window = []
    for x in source:
        window.append(x)
        if len(window) > size:
            del window[0]
        if len(window) == size:
            yield sum(window)


def tree(depth):
    if depth:
        yield from tree(depth - 1)
        yield depth
        yield from tree(depth - 1)


def accumulator():
    total = 0
    while True:
        total = (total + (yield total)) & 0xFFFFFF


def bench(n):
    result = 0
    for value in windows(odd_squares(numbers(n)), 3):
        result = (result + value) % 1000003
    result += sum(x * x for x in numbers(n) if x % 3)
    for value in tree(15):
        result += value
    sink = accumulator()
    next(sink)
    for x in range(n):
        last = sink.send(x)
    return result + last
