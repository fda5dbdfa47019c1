# staticmethod and classmethod objects
def f(x=1):
    "doc of f"
    return x


s, c = staticmethod(f), classmethod(f)
print(s(5), s.__func__ is f, s.__wrapped__ is f, s.__name__, s.__doc__, c.__func__ is f)
# expect: 5 True True f doc of f True
try:
    c(5)
except TypeError as e:
    print(e)  # expect: 'classmethod' object is not callable


class A:
    s, c = s, c


print(A.s(3), A.c().__name__, A().c() is A, A.__dict__["s"].__class__.__name__)
# expect: 3 A True staticmethod
