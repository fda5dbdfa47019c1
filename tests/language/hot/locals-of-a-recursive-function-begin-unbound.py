# a function's trace knows that variables are unbound where it begins, and what they hold behind a call of another trace

import sys


def tree(depth, flags):
    if depth == 0:
        return 1
    total = 0
    if flags & 1:
        extra = depth
    for side in (0, 1):
        total += tree(depth - 1, flags >> 1)
        if side and flags & 2:
            late = total
    try:
        total += extra
    except UnboundLocalError as error:
        total += len(str(error)) & 3
    if flags & 2:
        total += late - total
    return total


class Noisy:
    alive = 0

    def __init__(self):
        Noisy.alive += 1

    def __del__(self):
        Noisy.alive -= 1


def lifetimes(n, seen, *rest, key=None, **more):
    first = Noisy()
    none = None
    number = 7
    if n > 0:
        lifetimes(n - 1, seen, n, key=first)
        if n % 3 == 0:
            lifetimes(0, seen)
    seen.append(Noisy.alive)
    if none is not None or number != 7:
        seen.append("wrong")
    first = None
    second = [Noisy(), rest, key, more] if n % 2 else None
    number = Noisy.alive
    del none
    try:
        none
    except UnboundLocalError:
        number += 1
    return number if second is None else len(second)


def counter(n):
    def step(k):
        nonlocal total
        inner = k
        if k > 0:
            step(k - 1)
        total += inner
        return lambda: inner

    total = 0
    last = step(n)
    return total, last()


def looks(n):
    a = n
    if n:
        looks(n - 1)
    b = sorted(sys._getframe().f_locals)
    c = "".join(b)
    return c


print([tree(9, flags) for flags in range(40)])
# expect: [512, 521, 528, 528, 540, 549, 540, 540, 560, 569, 576, 576, 560, 569, 560, 560, 592, 601, 608, 608, 620, 629, 620, 620, 592, 601, 608, 608, 592, 601, 592, 592, 640, 649, 656, 656, 668, 677, 668, 668]
seen = []
print([lifetimes(12, seen) for _ in range(30)][-1], sum(seen), len(seen), Noisy.alive)  # expect: 1 3510 510 0
print([counter(20) for _ in range(40)][-1])  # expect: (210, 20)
print([looks(20) for _ in range(30)][-1])  # expect: an
