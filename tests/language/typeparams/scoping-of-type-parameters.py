# scoping of type parameters
T = "outer"


def f[T](x=T):
    return T, x


class A[T]:
    seen = T
    T = "class"

    def m(self):
        return T


print(type(f()[0]).__name__, f()[1], A.seen, A.T, A().m(), T)  # expect: TypeVar outer outer class T outer


def outer[S]():
    def inner():
        return S
    return inner()


print(outer())  # expect: S
