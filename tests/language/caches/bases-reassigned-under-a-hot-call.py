# bases reassigned under a hot call
class A:
    def f(self):
        return "A"


class B:
    def f(self):
        return "B"


class C(A):
    pass


def g(o):
    return o.f()


c = C()
print({g(c) for _ in range(60)})  # expect: {'A'}
C.__bases__ = (B, A)
print(g(c))  # expect: B
C.__bases__ = (A, B)
print(g(c))  # expect: A
