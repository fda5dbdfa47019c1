# deque mutated while iterating
from collections import deque

d = deque([1, 2, 3])
try:
    for x in d:
        d.append(x)
except RuntimeError as e:
    print(e)  # expect: deque mutated during iteration
q = deque([(0, 0)])
seen = {(0, 0)}
while q:
    x, y = q.popleft()
    for n in ((x + 1, y), (x, y + 1)):
        if n not in seen and sum(n) < 6:
            seen.add(n)
            q.append(n)
print(len(seen), sorted(seen)[-1])  # expect: 21 (5, 0)
