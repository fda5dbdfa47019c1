# dijkstra with a heap
import heapq

graph = {i: [((i * 3 + 1) % 40, i % 7 + 1), ((i * 5 + 2) % 40, i % 4 + 2), ((i + 1) % 40, 3)] for i in range(40)}


def dijkstra(start):
    dist = {start: 0}
    heap = [(0, start)]
    while heap:
        d, n = heapq.heappop(heap)
        if d > dist[n]:
            continue
        for m, w in graph[n]:
            nd = d + w
            if nd < dist.get(m, 10**9):
                dist[m] = nd
                heapq.heappush(heap, (nd, m))
    return dist


d = dijkstra(0)
print(len(d), sum(d.values()), max(d.values()), [d[i] for i in range(0, 40, 5)])
# expect: 40 398 21 [0, 6, 9, 14, 18, 9, 11, 16]
