# Sets of tuples and a Counter.
from collections import Counter
def step(cells):
    n = Counter((x+dx, y+dy) for x, y in cells for dx in (-1,0,1) for dy in (-1,0,1) if dx or dy)
    return {c for c, k in n.items() if k == 3 or (k == 2 and c in cells)}
cells = {(0,1),(1,3),(2,0),(2,1),(2,4),(2,5),(2,6)}
for _ in range(150): cells = step(cells)
print(len(cells))
def grid_step(g):
    h, w = len(g), len(g[0])
    return [[1 if (s := sum(g[(y+dy)%h][(x+dx)%w] for dy in (-1,0,1) for dx in (-1,0,1)) - g[y][x]) == 3 or (s == 2 and g[y][x]) else 0 for x in range(w)] for y in range(h)]
g = [[(x*y+x) % 3 == 0 and 1 or 0 for x in range(60)] for y in range(60)]
for _ in range(20): g = grid_step(g)
print(sum(map(sum, g)))
