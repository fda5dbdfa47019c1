# heapq over a random graph.
import heapq, random
from collections import defaultdict
random.seed(1)
def make(n, m):
    g = defaultdict(list)
    for _ in range(m):
        a, b, w = random.randrange(n), random.randrange(n), random.randint(1, 100)
        g[a].append((b, w)); g[b].append((a, w))
    return g
def dijkstra(g, s):
    dist = {s: 0}; pq = [(0, s)]
    while pq:
        d, u = heapq.heappop(pq)
        if d > dist.get(u, float("inf")): continue
        for v, w in g[u]:
            nd = d + w
            if nd < dist.get(v, float("inf")):
                dist[v] = nd
                heapq.heappush(pq, (nd, v))
    return dist
g = make(20000, 100000)
tot = 0
for s in range(3):
    tot += sum(dijkstra(g, s).values())
print(tot)
