# functions as descriptors
def f(self, x=0):
    return self, x


m = f.__get__(5)
print(m(), m(1), m.__self__, f.__get__(None, int) is f)  # expect: (5, 0) (5, 1) 5 True


class A:
    g = f
    h = len
    p = print.__class__.__name__


print(A().g(3)[1], A.h([1]), A().h([1, 2]), A.__dict__["g"] is f)  # expect: 3 1 2 True
a = A()
A.k = lambda self: self is a
print(a.k(), A.k(a))  # expect: True True
