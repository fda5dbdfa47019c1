# the truth of a global that holds a container, a str or an object is asked anew each time
from collections import deque

stack = []
queue = deque()
table = {}
names = set()
text = ""
big = 2**70
pair = ()


class Box:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


class Plain:
    pass


box = Box(2)
plain = Plain()
seen = [0] * 9
for i in range(3000):
    if i % 5 == 0:
        if isinstance(stack, list):
            stack.append(i)
    elif i % 5 == 3 and stack:
        stack.pop()
    if i % 7 == 0 and isinstance(queue, deque):
        queue.append(i)
    elif queue and i % 3 == 0:
        queue.popleft()
    if i % 11 == 0:
        table[i] = i
    elif i % 11 == 5:
        table.clear()
    if i % 2:
        names.add(i)
    else:
        names.clear()
    if i == 1500:
        text = "now"
        pair = (1,)
        big = 0
        box.n = 0
    if i == 2500:
        stack = ()
        queue = 0.0
        plain = Box(0)
    while stack and len(stack) > 3:
        stack.pop()
    seen[0] += 1 if stack else 0
    seen[1] += 1 if not queue else 0
    seen[2] += bool(table)
    seen[3] += (names and 1) or 0
    seen[4] += 1 if text else 0
    seen[5] += not big
    seen[6] += 1 if pair else 0
    seen[7] += 1 if box else 0
    seen[8] += 1 if plain else 0
    if i == 2600:
        stack = []
        queue = deque([1])
print(seen)  # expect: [1737, 2171, 1365, 1500, 1500, 1500, 1500, 1500, 2500]
n = 0
work = [1]
while work:
    item = work.pop()
    n += item
    if item < 2000:
        work.append(item + 1)
print(n)  # expect: 2001000
