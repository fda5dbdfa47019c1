# n.next, prev, n = prev, n, n.next: the first target looks at n before it changes
class Node:
    def __init__(self, value, next):
        self.value = value
        self.next = next


def reverse(n):
    prev = None
    while n:
        n.next, prev, n = prev, n, n.next
    return prev


def reverse_twice(n):
    for _ in range(2):
        prev = None
        while n is not None:
            prev, n.next, n = n, prev, n.next
        n = prev
    return n


def show(n):
    out = []
    while n:
        out.append(n.value)
        n = n.next
    return out


head = None
for i in range(300):
    head = Node(i, head)
head = reverse(head)
print(show(head)[:5], len(show(head)))  # expect: [0, 1, 2, 3, 4] 300
print(show(reverse_twice(head))[-3:])  # expect: [297, 298, 299]


def items():
    a = [3, 4, 5]
    i = 0
    a[i], i = i, a[i]
    a[i - 1], i = 7, i + 1
    return a, i


print(items())  # expect: ([0, 4, 7], 4)


def same_name():
    n = 1
    n, n = n, n + 5
    return n


print(same_name())  # expect: 6


def nested():
    n = [1, 2]
    (n[0], n[1]), n = (n[1], n[0]), n + [9]
    return n


print(nested())  # expect: [1, 2, 9]


class Refuses:
    __slots__ = ()


def failing():
    n = Refuses()
    try:
        n.x, n = n, 12 + len(str(n)) * 0
    except AttributeError as e:
        return type(n).__name__, type(e).__name__


print(failing())  # expect: ('Refuses', 'AttributeError')


def swaps(board, i, j):
    for _ in range(500):
        board[i], board[j], i, j = board[j], board[i], j, i + 0
    return board, i, j


print(swaps([1, 2, 3], 0, 2))  # expect: ([1, 2, 3], 0, 2)
