# class pattern errors
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


class A:
    __match_args__ = ("x",)
    x = 1


class B:
    __match_args__ = ["x"]


class C:
    __match_args__ = (5,)


class D:
    pass


class E:
    __match_args__ = ("x", "x")
    x = 1


def one(v, k):
    match v:
        case k(a):
            return a


def two(v, k):
    match v:
        case k(a, b):
            return a, b


def dup(v):
    match v:
        case A(1, x=2):
            return 1


attempt(one, A(), A)  # expect: 1
attempt(two, A(), A)  # expect: TypeError: A() accepts 1 positional sub-pattern (2 given)
attempt(one, B(), B)  # expect: TypeError: B.__match_args__ must be a tuple (got list)
attempt(one, C(), C)  # expect: TypeError: __match_args__ elements must be strings (got int)
attempt(one, D(), D)  # expect: TypeError: D() accepts 0 positional sub-patterns (1 given)
attempt(two, E(), E)  # expect: TypeError: E() got multiple sub-patterns for attribute 'x'
attempt(two, 5, int)  # expect: TypeError: int() accepts 1 positional sub-pattern (2 given)
attempt(one, 5, 7)  # expect: TypeError: called match pattern must be a class
attempt(dup, A())  # expect: TypeError: A() got multiple sub-patterns for attribute 'x'
