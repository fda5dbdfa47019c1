# operators, comparisons, truth, length, items, calls and properties written in Python, inlined by a trace
import sys


class Vector:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(self.x + other.x, self.y + other.y)

    def __radd__(self, other):
        return Vector(self.x + other, self.y + other)

    def __mul__(self, k):
        return Vector(self.x * k, self.y * k)

    __rmul__ = __mul__

    def __neg__(self):
        return Vector(-self.x, -self.y)

    def __iadd__(self, other):
        self.x += other.x
        self.y += other.y
        return self

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y

    def __lt__(self, other):
        return self.x < other.x

    @property
    def length(self):
        return self.x * self.x + self.y * self.y

    @length.setter
    def length(self, value):
        self.x = value
        self.y = 0


class Row:
    def __init__(self, n):
        self.items = [0] * n

    def __len__(self):
        return len(self.items)

    def __getitem__(self, i):
        return self.items[i]

    def __setitem__(self, i, value):
        self.items[i] = value

    def __contains__(self, item):
        return item in self.items

    def __call__(self, by, plus=1):
        return len(self) * by + plus


class Flag:
    def __init__(self, on):
        self.on = on

    def __bool__(self):
        return self.on


def run(n):
    total = 0
    v = Vector(1, 2)
    moving = Vector(0, 0)
    row = Row(5)
    flags = [Flag(True), Flag(False), Row(0), Row(1), object()]
    for i in range(n):
        w = v + 2 * v + -v
        w = i + w
        moving += v
        total += w.length + moving.x
        if w == v or w != v:
            total += 1
        if v < w:
            total += 10
        if v > w:
            total += 100
        w.length = i
        total += w.x + w.y
        row[i % 5] = i
        total += row[i % 5] + len(row) + row(i) + row(by=2, plus=i)
        if i in row:
            total += 1
        if i + 1 not in row:
            total += 2
        if flags[i % 5]:
            total += 1000
        total += (not flags[i % 4]) + (v == w) + (v != w)
    return total


print(run(400))  # expect: 44443600


# an exception that leaves an inlined special method has the traceback it always has
class Grumpy:
    def __add__(self, other):
        return self.check(other)

    def check(self, other):
        if other == 97:
            raise ValueError("97 it is")
        return other

    def __eq__(self, other):
        if other == 97:
            raise KeyError(other)
        return True

    @property
    def p(self):
        return self.q

    def __getitem__(self, i):
        return [1, 2, 3][i]


def lines(e):
    found = []
    tb = e.__traceback__
    while tb:
        found.append((tb.tb_frame.f_code.co_name, tb.tb_lineno - tb.tb_frame.f_code.co_firstlineno))
        tb = tb.tb_next
    return found


def adds(g):
    for i in range(200):
        g + i


def compares(g):
    for i in range(200):
        if g == i:
            pass


def gets(g):
    g.q = 1
    for i in range(200):
        if i == 150:
            del g.q
        g.p


def items(g):
    for i in range(200):
        g[i // 60]


for f in adds, compares, gets, items:
    try:
        f(Grumpy())
    except Exception as e:
        print(f.__name__, type(e).__name__, e, lines(e)[1:])
# expect: adds ValueError 97 it is [('adds', 2), ('__add__', 1), ('check', 2)]
# expect: compares KeyError 97 [('compares', 2), ('__eq__', 2)]
# expect: gets AttributeError 'Grumpy' object has no attribute 'q' [('gets', 5), ('p', 2)]
# expect: items IndexError list index out of range [('items', 2), ('__getitem__', 1)]


# NotImplemented and methods that answer something odd
class Odd:
    def __init__(self, answer):
        self.answer = answer

    def __add__(self, other):
        return self.answer

    def __lt__(self, other):
        return self.answer

    def __bool__(self):
        return self.answer

    def __len__(self):
        return self.answer


def odd(answers):
    out = []
    for answer in answers:
        o = Odd(answer)
        for what in "+", "<", "bool":
            try:
                if what == "+":
                    out.append(o + 1)
                elif what == "<":
                    out.append("less" if o < 1 else "not")
                else:
                    out.append("yes" if o else "no")
            except TypeError as e:
                out.append(str(e))
    return out


print(odd([1] * 100 + [NotImplemented])[-6:])
# expect: [1, 'less', '__bool__ should return bool, returned int', "unsupported operand type(s) for +: 'Odd' and 'int'", "'<' not supported between instances of 'Odd' and 'int'", '__bool__ should return bool, returned NotImplementedType']
print(odd([True] * 100 + [False, None])[-6:])
# expect: [False, 'not', 'no', None, 'not', '__bool__ should return bool, returned NoneType']
print(sys.getrefcount(Vector) < 1000)  # expect: True
