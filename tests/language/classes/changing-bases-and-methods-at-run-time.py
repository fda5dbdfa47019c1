# changing bases and methods at run time
class A:
    def f(self):
        return "A.f"


class B:
    def f(self):
        return "B.f"


class C(A):
    pass


c = C()
print(c.f())  # expect: A.f
C.__bases__ = (B,)
print(c.f(), C.__mro__[1].__name__)  # expect: B.f B
B.f = lambda self: "patched"
print(c.f())  # expect: patched
C.f = lambda self: "own"
print(c.f())  # expect: own
del C.f
print(c.f())  # expect: patched
c.f = lambda: "instance"
print(c.f())  # expect: instance
