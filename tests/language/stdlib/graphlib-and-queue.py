# graphlib and queue
from graphlib import CycleError, TopologicalSorter

print(list(TopologicalSorter({"d": ["b", "c"], "b": ["a"], "c": ["a"]}).static_order())[0::3])
# expect: ['a', 'd']
try:
    list(TopologicalSorter({"a": ["b"], "b": ["a"]}).static_order())
except CycleError as e:
    print(e.args[0])  # expect: nodes are in a cycle
import queue

q = queue.PriorityQueue()
for x in (3, 1, 2):
    q.put(x)
print([q.get() for _ in range(3)], q.empty())  # expect: [1, 2, 3] True
try:
    q.get_nowait()
except queue.Empty:
    print("empty")  # expect: empty
