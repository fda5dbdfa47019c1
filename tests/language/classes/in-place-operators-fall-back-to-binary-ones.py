# in place operators fall back to binary ones
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except BaseException as error:
        print(f"{type(error).__name__}: {error}")


class I:
    def __init__(self, n):
        self.n = n

    def __iadd__(self, other):
        self.n += other
        return self

    def __isub__(self, other):
        return NotImplemented

    def __sub__(self, other):
        return ("sub", self.n, other)

    def __imul__(self, other):
        return "anything"

    __itruediv__ = None


i = j = I(1)
i += 5
print(i is j, i.n)  # expect: True 6
i -= 3
print(i)  # expect: ('sub', 6, 3)
i = j
i *= 2
print(i)  # expect: anything
def divide():
    k = j
    k /= 2
attempt(divide)  # expect: TypeError: 'NoneType' object is not callable
t = ([1], 2)
try:
    t[0] += [5]
except TypeError as error:
    print(error, t)  # expect: 'tuple' object does not support item assignment ([1, 5], 2)
d = {"a": 1}
d["a"] += 1
d |= {"b": 2}
print(d)  # expect: {'a': 2, 'b': 2}
s = frozenset([1])
u = s
s |= {2}
print(s == {1, 2}, u == {1})  # expect: True True
x = [1]
y = x
x += "ab"
x *= 2
print(y, x is y)  # expect: [1, 'a', 'b', 1, 'a', 'b'] True
class Holder:
    n = 10
h = Holder()
h.n += 1
print(h.n, Holder.n, h.__dict__)  # expect: 11 10 {'n': 11}
