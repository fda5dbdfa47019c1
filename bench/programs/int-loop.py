# Integer arithmetic, comparisons and shifts in a plain while loop.
N = 1_000_000


def bench(n):
    i = 0
    total = 0
    state = 12345
    while i < n:
        state = (state * 1103 + 12345) & 0xFFFFFF
        if state & 1:
            total += state >> 3
        else:
            total -= i % 7
        i += 1
    return total
