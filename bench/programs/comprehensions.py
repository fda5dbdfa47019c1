# List, dict and set comprehensions, nested and filtered.
N = 220


def bench(n):
    total = 0
    for round in range(90):
        grid = [[(i * j + round) % 11 for j in range(n)] for i in range(n // 4)]
        flat = [x for row in grid for x in row if x > 3]
        columns = [sum([row[j] for row in grid]) for j in range(n)]
        index = {i: [j for j, x in enumerate(row) if x == i % 11] for i, row in enumerate(grid)}
        pairs = {(a, b) for a in columns[:40] for b in columns[:40] if a < b}
        total += len(flat) + len(pairs) + sum(len(v) for v in index.values())
        total += sum({x: y for x, y in zip(columns, range(n))}.values())
    return total
