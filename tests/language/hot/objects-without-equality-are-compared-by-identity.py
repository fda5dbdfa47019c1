# == and != of objects whose classes have no __eq__ ask what they are, until a class gets one or an operand knows better
import enum


class Plain:
    pass


class Op(enum.Enum):
    ADD = "+"
    SUB = "-"


class Text(str):
    pass


class Knows:
    def __eq__(self, other):
        return True


def count(xs, y):
    same = other = 0
    values = []
    for x in xs:
        if x == y:
            same += 1
        if x != y:
            other += 1
        values.append(x == y)
    return same, other, sum(values)


p, q = Plain(), Plain()
print(count([p, q] * 100, p))  # expect: (100, 100, 100)
print(count([p, None] * 100, None))  # expect: (100, 100, 100)
print(count([None] * 200, None))  # expect: (200, 0, 200)
print(count([Op.ADD, Op.SUB, Op.ADD] * 70, Op.ADD))  # expect: (140, 70, 140)
print(count([Plain, Text, int] * 70, Plain))  # expect: (70, 140, 70)
print(count([p, 1, "p", 2.5, None, True, 2**70, (), [p]] * 30, p))  # expect: (30, 240, 30)
print(count([p, q] * 100, "p"), count([p, q] * 100, 1), count(["p", "q"] * 100, p))
# expect: (0, 200, 0) (0, 200, 0) (0, 200, 0)
print(count([p, q] * 100, Knows()), count([Knows(), p] * 100, q))  # expect: (200, 0, 200) (100, 100, 100)
print(count([Text("a"), p, Text("b")] * 70, "a"))  # expect: (70, 140, 70)


def made(n):
    hits = 0
    last = None
    for i in range(n):
        x = Plain()
        y = x if i % 3 else Plain()
        hits += x == y
        hits += 100 * (x == last)
        last = y
    return hits


print(made(300))  # expect: 200


def none(xs):
    return [x == None for x in xs].count(True), sum(1 for x in xs if x != None)  # noqa: E711


print(none([p, None, 0, ""] * 50))  # expect: (50, 150)

# a class gets __eq__, then loses it; __ne__ alone; in a base class; a metaclass's
things = [p, q] * 100
Plain.__eq__ = lambda self, other: "yes"
print(sum(1 for x in things if x == q))  # expect: 200
del Plain.__eq__
print(count(things, p))  # expect: (100, 100, 100)
Plain.__ne__ = lambda self, other: False
print(count(things, p))  # expect: (100, 0, 100)
del Plain.__ne__
print(count(things, p))  # expect: (100, 100, 100)


class Meta(type):
    pass


class C(metaclass=Meta):
    pass


class D(metaclass=Meta):
    pass


print(count([C, D] * 100, C))  # expect: (100, 100, 100)
Meta.__eq__ = lambda self, other: self is not other
print(count([C, D] * 100, C))  # expect: (100, 100, 100)
print(count([C, C, D] * 60, C))  # expect: (60, 120, 60)


# an object's class is changed
class Other:
    def __eq__(self, other):
        return 7


def changing(x, y, n):
    total = 0
    for i in range(n):
        if i == n - 10:
            x.__class__ = Other
        total += (x == y) + (x != y) * 1000
    return total


print(changing(Plain(), Plain(), 300))  # expect: 290070
