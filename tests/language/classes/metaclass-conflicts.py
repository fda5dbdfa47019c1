# metaclass conflicts
class M1(type): pass
class M2(type): pass
class A(metaclass=M1): pass
class B(metaclass=M2): pass


try:
    class C(A, B): pass
except TypeError as e:
    print(e)
# expect: metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases


class M3(M1, M2): pass
class D(A, B, metaclass=M3): pass


print(type(D).__name__)  # expect: M3


def factory(name, bases, ns, **kw):
    return (name, bases, kw)


class F(1, 2, metaclass=factory, k=3): pass


print(F) if False else print(F[0], F[1], F[2])  # expect: F (1, 2) {'k': 3}
