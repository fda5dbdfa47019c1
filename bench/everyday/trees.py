# Trees and linked lists of objects.
class Node:
    def __init__(self, k, v=None): self.k = k; self.v = v; self.left = self.right = None
class BST:
    def __init__(self): self.root = None; self.n = 0
    def insert(self, k, v):
        if self.root is None: self.root = Node(k, v); self.n = 1; return
        c = self.root
        while True:
            if k == c.k: c.v = v; return
            if k < c.k:
                if c.left is None: c.left = Node(k, v); self.n += 1; return
                c = c.left
            else:
                if c.right is None: c.right = Node(k, v); self.n += 1; return
                c = c.right
    def get(self, k):
        c = self.root
        while c:
            if k == c.k: return c.v
            c = c.left if k < c.k else c.right
    def __iter__(self):
        def go(n):
            if n: yield from go(n.left); yield n.k; yield from go(n.right)
        return go(self.root)
    def height(self):
        def h(n): return 0 if n is None else 1 + max(h(n.left), h(n.right))
        return h(self.root)
import random
random.seed(9)
t = BST()
ks = [random.randrange(10**9) for _ in range(30000)]
for k in ks: t.insert(k, k * 2)
print(t.n, t.height(), sum(t.get(k) for k in ks), sum(1 for _ in t))
class LL:
    class N:
        __slots__ = "v", "next"
        def __init__(s, v, n): s.v = v; s.next = n
    def __init__(self): self.head = None; self.len = 0
    def push(self, v): self.head = LL.N(v, self.head); self.len += 1
    def rev(self):
        p = None; c = self.head
        while c: c.next, p, c = p, c, c.next
        self.head = p
    def __iter__(self):
        c = self.head
        while c: yield c.v; c = c.next
l = LL()
for i in range(100000): l.push(i)
l.rev()
print(sum(i * v for i, v in enumerate(l)))
class LRU:
    def __init__(self, cap): self.cap = cap; self.d = {}
    def get(self, k):
        if k not in self.d: return -1
        v = self.d.pop(k); self.d[k] = v; return v
    def put(self, k, v):
        self.d.pop(k, None); self.d[k] = v
        if len(self.d) > self.cap: del self.d[next(iter(self.d))]
c = LRU(500); hits = 0
for i in range(200000):
    k = (i * 7919) % 1013
    if c.get(k) != -1: hits += 1
    else: c.put(k, i)
print(hits)
from collections import deque
grid = [[(x * 31 + y * 17) % 5 != 0 for x in range(200)] for y in range(200)]
def bfs(s, e):
    q = deque([(s, 0)]); seen = {s}
    while q:
        (x, y), d = q.popleft()
        if (x, y) == e: return d
        for dx, dy in ((1,0),(-1,0),(0,1),(0,-1)):
            nx, ny = x + dx, y + dy
            if 0 <= nx < 200 and 0 <= ny < 200 and grid[ny][nx] and (nx, ny) not in seen:
                seen.add((nx, ny)); q.append(((nx, ny), d + 1))
    return -1
print(bfs((1, 0), (199, 198)))
