# handlers that return leave what builtins were in the middle of as it should be
# oracle: native
import itertools, signal

ticks = 0


def tick(number, frame):
    global ticks
    ticks += 1


def until_ticks(count, body):
    """Runs body until the handler has run that often in it."""
    start = ticks
    wrong = 0
    while ticks < start + count:
        wrong += not body()
    return wrong


signal.signal(signal.SIGALRM, tick)
signal.setitimer(signal.ITIMER_REAL, 0.002, 0.002)
N = 20000
table = dict.fromkeys(range(N))
numbers = list(range(N))


def extended(iterable):
    target = [-1]
    target.extend(iterable)
    return target == [-1, *numbers]


print(until_ticks(10, lambda: list(itertools.chain(numbers)) == numbers))
print(until_ticks(10, lambda: sorted(itertools.islice(numbers, N)) == numbers))
print(until_ticks(10, lambda: list(table) == numbers))
print(until_ticks(10, lambda: extended(table)))
print(until_ticks(10, lambda: extended(iter(table))))
print(until_ticks(10, lambda: extended(itertools.chain(numbers))))
print(until_ticks(10, lambda: extended(map(int, numbers))))
print(until_ticks(10, lambda: tuple(enumerate(numbers))[-1] == (N - 1, N - 1)))
print(until_ticks(10, lambda: len(set(itertools.chain(numbers))) == N))
print(until_ticks(10, lambda: {1} | set(iter(numbers)) == set(numbers)))
print(until_ticks(10, lambda: sum(itertools.chain(numbers)) == N * (N - 1) // 2))
print(until_ticks(10, lambda: len(dict(zip(numbers, numbers))) == N))
print(until_ticks(10, lambda: len("".join(map(str, numbers))) == 88890))
print(until_ticks(10, lambda: max(itertools.chain(numbers)) == N - 1))
print(until_ticks(10, lambda: bytes(itertools.repeat(7, N)) == b"\7" * N))
print(until_ticks(10, lambda: [*itertools.chain(numbers)] == numbers))
print(until_ticks(10, lambda: set(numbers).intersection(itertools.chain(numbers)) == set(numbers)))
print(until_ticks(10, lambda: len(list(itertools.product(numbers[:100], iter(numbers[:100])))) == 10000))
signal.setitimer(signal.ITIMER_REAL, 0)
print(ticks >= 180)
# expect: 0
# expect: 0
# expect: 0
# expect: 0
# expect: 0
# expect: 0
# expect: 0
# expect: 0
# expect: 0
# expect: 0
# expect: 0
# expect: 0
# expect: 0
# expect: 0
# expect: 0
# expect: 0
# expect: 0
# expect: 0
# expect: True
