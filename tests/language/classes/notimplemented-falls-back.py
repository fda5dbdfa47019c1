# notimplemented falls back
# python: 3.14
class A:
    def __add__(self, o):
        print("A.add", end=" ")
        return NotImplemented

    def __iadd__(self, o):
        print("A.iadd", end=" ")
        return NotImplemented

    def __lt__(self, o):
        print("A.lt", end=" ")
        return NotImplemented

    def __eq__(self, o):
        print("A.eq", end=" ")
        return NotImplemented


class B:
    def __radd__(self, o):
        print("B.radd", end=" ")
        return "sum"

    def __gt__(self, o):
        print("B.gt", end=" ")
        return "greater"

    def __eq__(self, o):
        print("B.eq", end=" ")
        return NotImplemented


print(A() + B())  # expect: A.add B.radd sum
x = A()
x += B()
print(x)  # expect: A.iadd A.add B.radd sum
print(A() < B(), B() > A())  # expect: A.lt B.gt B.gt greater greater
print(A() == B(), A() != B())  # expect: A.eq B.eq A.eq B.eq False True
a = A()
print(a == a)  # expect: A.eq A.eq True
try:
    A() + A()
except TypeError as e:
    print(e)  # expect: A.add unsupported operand type(s) for +: 'A' and 'A'
try:
    A() < A()
except TypeError as e:
    print(e)  # expect: A.lt '<' not supported between instances of 'A' and 'A'
try:
    bool(NotImplemented)
except TypeError as e:
    print(e)  # expect: NotImplemented should not be used in a boolean context
