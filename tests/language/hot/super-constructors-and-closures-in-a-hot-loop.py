# super(), inherited constructors, classes without one, functions and cells made in a loop, bound methods kept in variables
class A:
    def __init__(self, x):
        self.x = x

    def f(self, y):
        return self.x + y

    @classmethod
    def make(cls, x):
        return cls(x)

    @staticmethod
    def fixed(y):
        return y * 2


class B(A):
    def __init__(self, x, z):
        super().__init__(x)
        self.z = z

    def f(self, y):
        return super().f(y) * self.z

    @classmethod
    def make(cls, x):
        made = super().make if cls is None else cls(x, 2)
        return made

    def g(self, y):
        return super().fixed(y) + super(B, self).f(y)


class C(B):
    def f(self, y):
        return super().f(y + 1)


class Empty:
    pass


class Tree:
    def __init__(self, depth):
        self.left = Tree(depth - 1) if depth else None
        self.right = Tree(depth - 1) if depth else None

    def count(self):
        if self.left is None:
            return 1
        return 1 + self.left.count() + self.right.count()


def run(n):
    total = 0
    for i in range(n):
        b, c = B(i, 3), C(i, 5)
        total += b.f(1) + c.f(2) + b.g(i) + C.make(i).x + A.make(i).x
        e = Empty()
        e.value = i
        total += e.value

        def add(y, k=i):
            return y + k + total % 3

        method = c.f
        total += add(1) + method(i)
        counter = [0]

        def bump(by=1):
            nonlocal total
            total += by
            counter[0] += 1
            return counter[0]

        total += bump() + bump(2)
        square = lambda v: v * v
        total += square(i)
    return total


print(run(300))  # expect: 10129500
print(sum(Tree(i % 5).count() for i in range(100)))  # expect: 1140


# an __init__ that raises, or answers something, in the middle
class Picky:
    alive = 0

    def __init__(self, x):
        Picky.alive += 1
        if x == 250:
            raise ValueError(x)
        self.x = x
        if x == 240:
            return x

    def __del__(self):
        Picky.alive -= 1


def pick(start, n):
    for i in range(start, n):
        p = Picky(i)
    return p.x


for start, n in (0, 200), (0, 245), (241, 300), (251, 400):
    try:
        print(pick(start, n))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e, e.__traceback__.tb_next.tb_lineno - pick.__code__.co_firstlineno)
    e = None
    print(Picky.alive)
# expect: 199
# expect: 0
# expect: TypeError __init__() should return None, not 'int' 2
# expect: 0
# expect: ValueError 250 2
# expect: 0
# expect: 399
# expect: 0


# recursion of all kinds, up to its limit
def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


def named(n, *, total=0):
    return total if n == 0 else named(n - 1, total=total + n)


def with_cell(n):
    def inner():
        return n
    return inner() if n == 0 else inner() + with_cell(n - 1)


class Chain:
    def __init__(self, n):
        self.next = Chain(n - 1) if n else None

    def __add__(self, k):
        return k if self.next is None else self.next + (k + 1)

    @property
    def depth(self):
        return 0 if self.next is None else 1 + self.next.depth


print(ackermann(2, 30), even(200), odd(201), named(150), with_cell(100))  # expect: 63 True True 11325 5050
print([sum(Chain(i % 40) + 0 for i in range(100)), sum(Chain(i % 40).depth for i in range(100))])
# expect: [1750, 1750]
for f in even, named, with_cell, Chain:
    for _ in range(3):
        try:
            f(10**6)
        except RecursionError as e:
            print(f.__name__, str(e)[:32])
# expect: even maximum recursion depth exceeded
# expect: even maximum recursion depth exceeded
# expect: even maximum recursion depth exceeded
# expect: named maximum recursion depth exceeded
# expect: named maximum recursion depth exceeded
# expect: named maximum recursion depth exceeded
# expect: with_cell maximum recursion depth exceeded
# expect: with_cell maximum recursion depth exceeded
# expect: with_cell maximum recursion depth exceeded
# expect: Chain maximum recursion depth exceeded
# expect: Chain maximum recursion depth exceeded
# expect: Chain maximum recursion depth exceeded
