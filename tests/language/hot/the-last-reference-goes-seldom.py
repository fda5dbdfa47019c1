# a loop in which what is let go of nearly always lives on: where it does not, it dies at once and in the order of the program
import weakref

log = []


class Node:
    def __init__(self, name):
        self.name = name
        self.link = None

    def __del__(self):
        log.append(self.name)


def relink(n):
    keep = [Node(f"k{i}") for i in range(4)]
    head = Node("head")
    for i in range(n):
        head.link = keep[i % 4]
        if i % 50 == 49:
            head.link = Node(f"only {i}")
        log.append(i) if i % 50 == 0 else None
    return head.link.name


print(relink(200), log)
# expect: only 199 [0, 'only 49', 50, 'only 99', 100, 'only 149', 150, 'head', 'only 199', 'k3', 'k2', 'k1', 'k0']
log.clear()


def walk(nodes, n):
    seen = []
    last = None
    for i in range(n):
        last = nodes[i % 3]
        if i % 40 == 39:
            nodes[i % 3] = Node(f"new {i}")
            seen.append((i, list(log)))
            log.clear()
    return seen, last.name


print(walk([Node("a"), Node("b"), Node("c")], 200))
# expect: ([(39, []), (79, ['a']), (119, ['b']), (159, ['c']), (199, ['new 39'])], 'new 79')
print(log)  # expect: ['new 79', 'new 119', 'new 199', 'new 159']
log.clear()


def inner(node, other):
    first, second = node, other
    other = node = None
    return first.name + second.name


def called(n):
    pool = [Node("x"), Node("y")]
    out = []
    for i in range(n):
        if i % 30 == 29:
            out.append(inner(Node(f"l{i}"), Node(f"r{i}")))
            out.append(list(log))
            log.clear()
        else:
            inner(pool[0], pool[1])
    return out


print(called(120))
# expect: ['l29r29', ['r29', 'l29'], 'l59r59', ['r59', 'l59'], 'l89r89', ['r89', 'l89'], 'l119r119', ['r119', 'l119']]
log.clear()


class Pair:
    def __init__(self, left, right):
        self.left, self.right = left, right


def swaps(n):
    a, b = Node("A"), Node("B")
    pair = Pair(a, b)
    refs = []
    for i in range(n):
        pair.left, pair.right = pair.right, pair.left
        if i % 60 == 59:
            refs.append(weakref.ref(pair.left))
            del a
            pair.left = None
            a = Node(f"A{i}")
            refs.append(refs[-1]() is None)
            pair.left = a
    names = pair.left.name, pair.right.name
    pair.left = pair.right = None
    return [r for r in refs if isinstance(r, bool)], names


print(swaps(200))  # expect: ([True, True, True], ('A179', 'B'))
print(log)  # expect: ['A', 'A59', 'A119', 'B', 'A179']
log.clear()


def raising(n):
    caught = 0
    current = Node("start")
    stock = [Node("s0"), Node("s1")]
    for i in range(n):
        try:
            previous, current = current, stock[i & 1]
            if i % 25 == 24:
                current = Node(f"e{i}")
                raise ValueError(current.name)
            previous = None
        except ValueError as e:
            caught += len(str(e))
            log.append("caught")
    current = None
    return caught


print(raising(120))  # expect: 12
print(log)  # expect: ['start', 'caught', 'e24', 'caught', 'e49', 'caught', 'e74', 'caught', 'e99', 's1', 's0']
log.clear()


def chained(n):
    # what dies takes others with it, and code of its own runs then
    chain = None
    total = 0
    for i in range(n):
        node = Node(i)
        node.link = chain
        chain = node if i % 10 else None
        total += len(log)
        if i % 10 == 0:
            log.clear()
    return total


print(chained(300))  # expect: 2900
