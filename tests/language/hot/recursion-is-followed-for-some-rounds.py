# the first rounds of a recursion are part of one trace: whatever happens in them is as if each had a frame of its own
import sys


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


print([fib(n) for n in range(15)])  # expect: [0, 1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377]


class Tree:
    def __init__(self, value, left=None, right=None):
        self.value = value
        self.left = left
        self.right = right

    def total(self):
        s = self.value
        if self.left is not None:
            s += self.left.total()
        if self.right:
            s += self.right.total()
        return s

    def depth(self):
        left = self.left.depth() if self.left else 0
        right = self.right.depth() if self.right else 0
        return 1 + max(left, right)

    def insert(self, value):
        if value < self.value:
            if self.left is None:
                self.left = Tree(value)
            else:
                self.left.insert(value)
        elif self.right is None:
            self.right = Tree(value)
        else:
            self.right.insert(value)


root = Tree(500)
x = 7
for i in range(300):
    x = (x * 1103515245 + 12345) % 2147483648
    root.insert(x % 1000)
print([root.total() for _ in range(20)][-1], [root.depth() for _ in range(20)][-1])  # expect: 145078 16


# a class that gets a truth of its own on the way
Tree.__len__ = lambda self: self.value % 2
print(root.depth(), root.total())  # expect: 1 8915
del Tree.__len__
print(root.depth(), root.total())  # expect: 16 145078


def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


print([even(n) for n in range(40)].count(True))  # expect: 20


# an exception in an inner round passes through all of them, each seen by its handler
def dive(n, seen):
    try:
        if n == 0:
            raise ValueError("bottom")
        return dive(n - 1, seen) + 1
    finally:
        seen.append(n)


def find(n, at):
    if n == at:
        raise KeyError(n)
    if n == 0:
        return 0
    return find(n - 1, at) + 1


for i in range(60):
    seen = []
    try:
        dive(4, seen)
    except ValueError as e:
        if i == 59:
            print(e, seen)
    try:
        find(6, i % 12)
    except KeyError as e:
        if i in (48, 50, 54):
            frames = []
            tb = e.__traceback__
            while tb is not None:
                frames.append((tb.tb_frame.f_code.co_name, tb.tb_lineno, tb.tb_frame.f_locals.get("n")))
                tb = tb.tb_next
            print(e, frames[1:])
# expect: 0 [('find', 86, 6), ('find', 86, 5), ('find', 86, 4), ('find', 86, 3), ('find', 86, 2), ('find', 86, 1), ('find', 83, 0)]
# expect: 2 [('find', 86, 6), ('find', 86, 5), ('find', 86, 4), ('find', 86, 3), ('find', 83, 2)]
# expect: 6 [('find', 83, 6)]
# expect: bottom [0, 1, 2, 3, 4]


# a number that grows out of its range, or changes its type, in some round
def power(base, n):
    if n == 0:
        return 1
    return power(base, n - 1) * base


print([power(3, n) for n in (5, 20, 31, 33, 60)] + [power(1.5, 4), power(3, 40)])
# expect: [243, 3486784401, 617673396283947, 5559060566555523, 42391158275216203514294433201, 5.0625, 12157665459056928801]
for i in range(50):
    power(7, 10)
print(power(7, 30), power("ab" and 2.5, 3))  # expect: 22539340290692258087863249 15.625


# the limit is met at the same depth
def deepest(n):
    try:
        return deepest(n + 1)
    except RecursionError:
        return n


def count(n):
    return 0 if n == 0 else count(n - 1) + 1


limit = sys.getrecursionlimit()
a = deepest(0)
for i in range(100):
    count(50)
b = deepest(0)
print(a == b, count(900))  # expect: True 900
try:
    count(limit + 10)
except RecursionError:
    print("too deep")  # expect: too deep


# another function takes the name in the middle of the recursion
def change(n):
    global change
    if n == 0:
        old = change
        change = lambda n: -1000
        return old
    return change(n - 1) if n % 3 else (change(n - 1), n)[0]


first = change
for i in range(40):
    change = first
    r = first(9)
print(r is first, change(5))  # expect: True -1000


# lives end where they do
class Noted:
    def __init__(self, n, log):
        self.n = n
        self.log = log

    def __del__(self):
        self.log.append(self.n)


def nest(n, log):
    held = Noted(n, log)
    if n:
        nest(n - 1, log)
    log.append(-n)


for i in range(60):
    log = []
    nest(4, log)
print(log)  # expect: [0, 0, -1, 1, -2, 2, -3, 3, -4, 4]
