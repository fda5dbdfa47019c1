# class attribute replaced after warming up
class A:
    x = 1


def read(o):
    return o.x


a = A()
print([read(a) for _ in range(50)][-1])  # expect: 1
A.x = 2
print(read(a))  # expect: 2
A.x = property(lambda self: "property")
print(read(a))  # expect: property
del A.x
try:
    read(a)
except AttributeError as e:
    print(e)  # expect: 'A' object has no attribute 'x'
a.x = "instance"
print(read(a))  # expect: instance
A.x = "class again"
print(read(a))  # expect: instance
A.x = property(lambda self: "data descriptor wins")
print(read(a))  # expect: data descriptor wins
