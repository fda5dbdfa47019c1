# lru cache with a linked list
class Node:
    __slots__ = ("key", "value", "prev", "next")


class LRU:
    def __init__(self, size):
        self.size, self.map = size, {}
        self.head, self.tail = Node(), Node()
        self.head.next, self.tail.prev = self.tail, self.head

    def _unlink(self, n):
        n.prev.next, n.next.prev = n.next, n.prev

    def _front(self, n):
        n.next, n.prev = self.head.next, self.head
        self.head.next.prev = n
        self.head.next = n

    def __getitem__(self, k):
        n = self.map[k]
        self._unlink(n)
        self._front(n)
        return n.value

    def __setitem__(self, k, v):
        if k in self.map:
            n = self.map[k]
            self._unlink(n)
        else:
            if len(self.map) >= self.size:
                old = self.tail.prev
                self._unlink(old)
                del self.map[old.key]
            n = self.map[k] = Node()
            n.key = k
        n.value = v
        self._front(n)


c = LRU(3)
for i in range(3):
    c[i] = i * i
c[0]
c[3] = 9
print(sorted(c.map), c[0])  # expect: [0, 2, 3] 0
hits = 0
for i in range(200):
    k = i * 7 % 5
    try:
        c[k]
        hits += 1
    except KeyError:
        c[k] = k
print(hits, sorted(c.map))  # expect: 2 [1, 3, 4]
