# Matrix multiplication on lists of lists, with ints and with floats, by indices and by zip.
N = 96


def make(n, step):
    return [[(i * step + j) % 13 for j in range(n)] for i in range(n)]


def by_index(a, b, n):
    out = [[0] * n for _ in range(n)]
    for i in range(n):
        row = a[i]
        target = out[i]
        for j in range(n):
            total = 0
            for k in range(n):
                total += row[k] * b[k][j]
            target[j] = total
    return out


def by_zip(a, b):
    columns = list(zip(*b))
    return [[sum([x * y for x, y in zip(row, column)]) for column in columns] for row in a]


def bench(n):
    a, b = make(n, 3), make(n, 5)
    c = by_index(a, b, n)
    d = [[x * 0.5 for x in row] for row in c]
    e = by_index(d, [[x / 7 for x in row] for row in a], n)
    f = by_zip(c, b)
    return f"{sum(map(sum, c))} {e[n // 2][n // 3]:.6f} {f[1][2]}"
