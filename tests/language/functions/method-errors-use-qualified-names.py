# method errors use qualified names
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


class A:
    def m(self, x): pass

    @staticmethod
    def s(x): pass

    @classmethod
    def c(cls, x): pass

    def __init__(self, q=1): pass

    class B:
        def n(self): pass


attempt(A().m)  # expect: TypeError: A.m() missing 1 required positional argument: 'x'
attempt(A().m, 1, 2)  # expect: TypeError: A.m() takes 2 positional arguments but 3 were given
attempt(A.m)  # expect: TypeError: A.m() missing 2 required positional arguments: 'self' and 'x'
attempt(A.s)  # expect: TypeError: A.s() missing 1 required positional argument: 'x'
attempt(A.c)  # expect: TypeError: A.c() missing 1 required positional argument: 'x'
attempt(A.c, 1, 2)  # expect: TypeError: A.c() takes 2 positional arguments but 3 were given
attempt(A, 1, 2)  # expect: TypeError: A.__init__() takes from 1 to 2 positional arguments but 3 were given
attempt(A.B().n, 1)  # expect: TypeError: A.B.n() takes 1 positional argument but 2 were given
attempt(lambda: A(z=1))  # expect: TypeError: A.__init__() got an unexpected keyword argument 'z'


def outer():
    def inner(a): pass
    return inner


attempt(outer())  # expect: TypeError: outer.<locals>.inner() missing 1 required positional argument: 'a'
