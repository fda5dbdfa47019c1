# descriptor protocol corner cases
class OnlySet:
    def __set__(self, o, v):
        o.__dict__["d"] = ("stored", v)


class GetRaises:
    def __get__(self, o, t):
        raise AttributeError("from get")


class A:
    d = OnlySet()
    g = GetRaises()

    def __getattr__(self, n):
        return f"fallback {n}"


a = A()
print(type(a.d).__name__)  # expect: OnlySet
a.d = 5
print(a.d, a.g)  # expect: ('stored', 5) fallback g


class NoSet:
    def __get__(self, o, t=None):
        return "get"

    __set__ = None


class B:
    x = NoSet()


try:
    B().x = 1
except TypeError as e:
    print(e)  # expect: 'NoneType' object is not callable
print(B.__dict__["x"].__get__(None, B))  # expect: get
