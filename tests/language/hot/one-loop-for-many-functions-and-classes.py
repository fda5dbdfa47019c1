# one loop calls one function after the other, or runs for objects of one class after the other
class Items:
    def __init__(self, items):
        self.items = items

    def for_each(self, fn):
        for i in range(0, len(self.items)):
            fn(self.items[i])

    def has_some(self, fn):
        for i in range(0, len(self.items)):
            if fn(self.items[i]):
                return i
        return None


class Box:
    pass


box = Box()
box.total, box.mixed, box.decayed, box.seen = 0, 1, 0.5, []


def add(x):
    box.total += x


def mix(x):
    box.mixed = (box.mixed * 3 + x) & 255


def decay(x):
    box.decayed = box.decayed * 0.5 + x


def keep(x):
    if x % 7 == 3:
        box.seen.append(x)
        if len(box.seen) > 5:
            del box.seen[0]


class Counter:
    def __init__(self, start):
        self.n = start

    def __call__(self, x):
        self.n += x

    def count(self, x):
        self.n -= 2 * x


items = Items(list(range(30)))
counter = Counter(3)
functions = [add, mix, decay, keep, counter.count, lambda x: mix(x + 1), counter]
for n in range(40):
    for fn in functions:
        items.for_each(fn)
print(box.total, box.mixed, round(box.decayed, 6), box.seen, counter.n)  # expect: 17400 81 56.0 [24, 3, 10, 17, 24] -17397


def fails_at(limit):
    def fn(x):
        box.total += 1
        if x >= limit:
            raise ValueError(x)

    return fn


caught = []
for n in range(30):
    for limit in (40, 25, 3):
        try:
            items.for_each(fails_at(limit))
        except ValueError as error:
            caught.append(error.args[0])
print(len(caught), sum(caught), box.total)  # expect: 60 840 19200

tests = [lambda x: x > 12, lambda x: x * x == 49, lambda x: x < 0, str.isdigit]
found = []
for n in range(30):
    for test in tests:
        try:
            found.append(items.has_some(test))
        except TypeError as error:
            found.append(str(error)[:26])
print(found[:4], len(found), found[-4:] == found[:4])
# expect: [13, 7, None, "descriptor 'isdigit' for '"] 120 True


class Shape:
    def __init__(self, sides):
        self.sides = sides

    def sum(self, n):
        total = 0
        for i in range(n):
            total += self.part(i)
        return total


class Square(Shape):
    def part(self, i):
        return self.sides * i


class Disc(Shape):
    def __init__(self, sides, radius):
        super().__init__(sides)
        self.radius = radius

    def part(self, i):
        return self.radius + i


class Odd(Disc):
    def part(self, i):
        if i == 9:
            self.more = i
        return 0.5 if i & 1 else self.sides


class Late(Shape):
    def __init__(self):
        self.first = 1
        super().__init__(2)

    def part(self, i):
        if i == 11:
            self.__class__ = Square
        return i


sums = []
for n in range(40):
    for shape in (Square(4), Disc(1, 2), Odd(3, 4), Late(), Square(2)):
        sums.append(shape.sum(15))
print(sums[:5], sum(sums))  # expect: [420, 135, 27.5, 144, 210] 37460.0


class Tracked:
    def __init__(self, name, log):
        self.name, self.log = name, log

    def __del__(self):
        self.log.append(self.name)


log = []


def make(x):
    Tracked(x, log)


for n in range(6):
    Items([1, 2, 3]).for_each(make)
    Items([4, 5]).for_each(lambda x: log.append(Tracked(x, log).name))
    Items("ab").for_each(log.append)
print(log[:9], len(log))  # expect: [1, 2, 3, 4, 4, 5, 5, 'a', 'b'] 54
