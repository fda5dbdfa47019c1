# Pancake flips over all permutations: list indexing, slices and reversals.
N = 8


def flip_all(n):
    order = list(range(n))
    rotations = [0] * n
    worst = checksum = 0
    sign = 1
    while True:
        if order[0]:
            stack = order[:]
            flips = 0
            top = stack[0]
            while top:
                stack[: top + 1] = stack[top::-1]
                flips += 1
                top = stack[0]
            if flips > worst:
                worst = flips
            checksum += sign * flips
        # The next permutation: rotate ever longer prefixes until one has rotations left.
        sign = -sign
        for size in range(2, n + 1):
            order.insert(size - 1, order.pop(0))
            rotations[size - 1] += 1
            if rotations[size - 1] < size:
                break
            rotations[size - 1] = 0
        else:
            return checksum * 100 + worst


def bench(n):
    total = 0
    for _ in range(3):
        total += flip_all(n)
    return total
