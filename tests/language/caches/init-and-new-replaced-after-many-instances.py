# init and new replaced after many instances
class A:
    def __init__(self, x):
        self.x = x


def make(v):
    return A(v).x


for i in range(50):
    make(i)
print(make(1))  # expect: 1
A.__init__ = lambda self, x: setattr(self, "x", ("new init", x))
print(make(2))  # expect: ('new init', 2)


def new(cls, x):
    o = object.__new__(cls)
    o.y = x
    return o


A.__new__ = new
print(make(3), A(4).y)  # expect: ('new init', 3) 4
del A.__init__
try:
    A(5).x
except AttributeError as e:
    print(e)  # expect: 'A' object has no attribute 'x'
