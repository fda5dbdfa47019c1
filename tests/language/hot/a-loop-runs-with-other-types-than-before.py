# a loop that has been run with ints is run with floats, with objects of several classes, and with both in turn
def total(xs, start=0):
    t = start
    for x in xs:
        t += x
    return t

ints = list(range(400))
floats = [x * 0.5 for x in ints]
for _ in range(60):
    a = total(ints)
for _ in range(60):
    b = total(floats)
print(a, b)  # expect: 79800 39900.0
for i in range(90):
    a, b, c = total(ints), total(floats), total(ints, 0.25)
print(a, b, c)  # expect: 79800 39900.0 79800.25
print(total([1 << 62] * 300 + ints), total(floats + ints), total([True] * 300))
# expect: 1383505805528216451000 119700.0 300
print(total(["a", "b"] * 3, ""), total([[1], [2]] * 2, []))  # expect: ababab [1, 2, 1, 2]


def powers(n, x):
    p = 1
    out = 0
    while n > 0:
        p = p * x
        if n % 3 == 0:
            out += p
        n -= 1
    return p, out


for i in range(200):
    r = powers(40, 1), powers(40, -1), powers(40, 0.5), powers(40, 1.0)
print(r)  # expect: ((1, 13), (1, 1), (9.094947017729282e-13, 0.285714285713766), (1.0, 13.0))
print(powers(70, 3))  # expect: (2503155504993241601315571986085849, 288825635191527877074873690702213)


class A:
    def __init__(self, n):
        self.n = n
    def get(self):
        return self.n

class B(A):
    def get(self):
        return self.n * 0.5

class C:
    n = 3
    def get(self):
        return [self.n]


def best(things, value):
    for thing in things:
        got = thing.get()
        if got > value:
            value = got
    return value

many = [[A(i % 7) for i in range(200)], [B(i % 9) for i in range(200)], [C() for i in range(200)]]
for i in range(120):
    r = best(many[0], 0), best(many[1], 0), best(many[2], []), best(many[0] + many[1], -1.0)
print(r)  # expect: (6, 4.0, [3], 6)


def nested(rows):
    s = 0
    for row in rows:
        for x in row:
            s = s + x
            if s > 1e6:
                s = 0
    return s

for i in range(60):
    r = nested([ints, ints]), nested([floats, ints]), nested([ints, floats, ints]), nested([floats] * 3)
print(r)  # expect: (159600, 119700.0, 199500.0, 119700.0)

class Loud:
    live = 0
    def __init__(self, n):
        self.n = n
        Loud.live += 1
    def __del__(self):
        Loud.live -= 1
    def __add__(self, other):
        return Loud(self.n + (other.n if isinstance(other, Loud) else other))
    __radd__ = __add__

for i in range(50):
    x = total([Loud(k) for k in range(60)])
    y = total(range(60))
    z = total([k + 0.5 for k in range(60)])
print(x.n, y, z, Loud.live)  # expect: 1770 1770 1800.0 1
del x
print(Loud.live)  # expect: 0
try:
    total([1, 2.5, None])
except TypeError as e:
    print(e)  # expect: unsupported operand type(s) for +=: 'float' and 'NoneType'
