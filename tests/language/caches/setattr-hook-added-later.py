# setattr hook added later
class A:
    pass


def write(o, v):
    o.x = v


a = A()
for i in range(50):
    write(a, i)
print(a.x)  # expect: 49
A.__setattr__ = lambda self, n, v: object.__setattr__(self, n, v * 100)
write(a, 1)
print(a.x)  # expect: 100
del A.__setattr__
A.x = property(lambda self: "prop", lambda self, v: print("setter", v))
write(a, 5)  # expect: setter 5
print(a.x, a.__dict__)  # expect: prop {'x': 100}
