# slots have no dict
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


class P:
    __slots__ = ("x", "y")

    def __init__(self, x):
        self.x = x


p = P(1)
print(p.x, hasattr(p, "y"), hasattr(p, "__dict__"), P.__slots__, type(P.x).__name__)
# expect: 1 False False ('x', 'y') member_descriptor
p.y = 2
del p.x
attempt(lambda: p.x)  # expect: AttributeError: 'P' object has no attribute 'x'
attempt(lambda: setattr(p, "z", 1))
# expect: AttributeError: 'P' object has no attribute 'z' and no __dict__ for setting new attributes
attempt(lambda: delattr(p, "x"))  # expect: AttributeError: x
attempt(lambda: P.x.__get__(5))
# expect: TypeError: descriptor 'x' for 'P' objects doesn't apply to a 'int' object


class Q(P):
    pass


q = Q(5)
q.z = 9
print(q.z, q.x, q.__dict__)  # expect: 9 5 {'z': 9}


class R(P):
    __slots__ = ("w", "__dict__")


r = R(1)
r.w = 2
r.free = 3
print(r.__dict__, r.w)  # expect: {'free': 3} 2
