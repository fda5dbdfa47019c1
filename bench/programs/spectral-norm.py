# The largest singular value of an infinite matrix cut to n x n: a tiny function called in nested loops.
N = 250


def entry(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(v, n):
    out = []
    for i in range(n):
        total = 0.0
        for j in range(n):
            total += entry(i, j) * v[j]
        out.append(total)
    return out


def times_transposed(v, n):
    out = []
    for i in range(n):
        total = 0.0
        for j in range(n):
            total += entry(j, i) * v[j]
        out.append(total)
    return out


def bench(n):
    u = [1.0] * n
    for _ in range(3):
        v = times_transposed(times(u, n), n)
        u = times_transposed(times(v, n), n)
    uv = vv = 0.0
    for a, b in zip(u, v):
        uv += a * b
        vv += b * b
    return f"{(uv / vv) ** 0.5:.9f}"
