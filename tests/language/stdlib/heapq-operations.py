# heapq operations
import heapq

h = []
for x in (5, 3, 8, 1, 9, 2):
    heapq.heappush(h, x)
print(h, heapq.heappop(h), heapq.heappushpop(h, 0), heapq.heapreplace(h, 7), h)
# expect: [3, 5, 8, 7, 9] 1 0 2 [3, 5, 8, 7, 9]
data = [9, 4, 7, 1, -2, 6, 5]
heapq.heapify(data)
print(data, [heapq.heappop(data) for _ in range(len(data))])  # expect: [] [-2, 1, 4, 5, 6, 7, 9]
print(heapq.nlargest(2, [3, 1, 4, 1, 5]), heapq.nsmallest(3, "hello"), list(heapq.merge([1, 4], [2, 3], [0])), heapq.nlargest(2, ["a", "ccc", "bb"], key=len))
# expect: [5, 4] ['e', 'h', 'l'] [0, 1, 2, 3, 4] ['ccc', 'bb']
try:
    heapq.heappop([])
except IndexError as e:
    print(e)  # expect: index out of range
