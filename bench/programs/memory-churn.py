# Short-lived and long-lived objects: binary trees, linked lists, and cycles that a collector has to find.
N = 15


class Node:
    def __init__(self, left, right):
        self.left, self.right = left, right

    def count(self):
        return 1 + (self.left.count() + self.right.count() if self.left is not None else 0)


def grow(depth):
    return Node(grow(depth - 1), grow(depth - 1)) if depth else Node(None, None)


class Ring:
    def __init__(self, value):
        self.value = value
        self.next = self


def bench(n):
    kept = grow(n)
    total = 0
    for depth in range(4, n, 2):
        for _ in range(1 << (n - depth + 1)):
            total += grow(depth).count()
    rings = 0
    for i in range(1 << n):
        a, b, c = Ring(i), Ring(i + 1), Ring(i + 2)
        a.next, b.next, c.next = b, c, a
        rings += a.next.next.value
    return total + kept.count() + rings
