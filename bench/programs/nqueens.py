# All ways to place n queens, by backtracking over lists of booleans.
N = 8


def place(row, n, columns, rising, falling, placed, found):
    if row == n:
        found.append(tuple(placed))
        return
    for column in range(n):
        if columns[column] or rising[row + column] or falling[row - column + n]:
            continue
        columns[column] = rising[row + column] = falling[row - column + n] = True
        placed.append(column)
        place(row + 1, n, columns, rising, falling, placed, found)
        placed.pop()
        columns[column] = rising[row + column] = falling[row - column + n] = False


def bench(n):
    total = 0
    for _ in range(180):
        found = []
        place(0, n, [False] * n, [False] * (2 * n), [False] * (2 * n), [], found)
        total += sum(solution[0] * solution[-1] for solution in found) + len(found)
    return total
