# new and init see the arguments they get
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except BaseException as error:
        print(f"{type(error).__name__}: {error}")


class OnlyNew:
    def __new__(cls, x):
        return object.__new__(cls)


class OnlyInit:
    def __init__(self, x):
        self.x = x


class Both:
    def __new__(cls, *args, **kw):
        print("new", args, kw)
        return super().__new__(cls)

    def __init__(self, *args, **kw):
        print("init", args, kw)


class Other:
    def __new__(cls):
        return 5

    def __init__(self):
        print("never")


class Returns:
    def __init__(self):
        return 5


class Neither:
    pass


Both(1, k=2)
# expect: new (1,) {'k': 2}
# expect: init (1,) {'k': 2}
print(type(OnlyNew(1)).__name__, OnlyInit(2).x, Other())  # expect: OnlyNew 2 5
attempt(Returns)  # expect: TypeError: __init__() should return None, not 'int'
attempt(Neither, 1)  # expect: TypeError: Neither() takes no arguments
attempt(lambda: Neither(a=1))  # expect: TypeError: Neither() takes no arguments
attempt(OnlyNew)  # expect: TypeError: OnlyNew.__new__() missing 1 required positional argument: 'x'
attempt(OnlyInit)  # expect: TypeError: OnlyInit.__init__() missing 1 required positional argument: 'x'
attempt(lambda: OnlyInit(1, 2))
# expect: TypeError: OnlyInit.__init__() takes 2 positional arguments but 3 were given
attempt(lambda: object.__new__(OnlyInit, 1).__dict__)  # expect: {}
attempt(lambda: object.__new__(Neither, 1))  # expect: TypeError: Neither() takes no arguments
attempt(lambda: object.__new__(int))  # expect: TypeError: object.__new__(int) is not safe, use int.__new__()
attempt(lambda: object.__new__(5))  # expect: TypeError: object.__new__(X): X is not a type object (int)
attempt(lambda: object.__init__(Neither(), 1))
# expect: TypeError: Neither.__init__() takes exactly one argument (the instance to initialize)
attempt(lambda: int.__new__(Neither))
# expect: TypeError: int.__new__(Neither): Neither is not a subtype of int
attempt(lambda: str.__new__(str, b"a", "ascii"))  # expect: 'a'
class Int(int):
    def __new__(cls, x, extra=None):
        self = super().__new__(cls, x)
        self.extra = extra
        return self
i = Int("7", extra="e")
print(i + 1, i.extra, type(i + 1).__name__, Int(2**70) > 5, repr(i))  # expect: 8 e int True 7
class T(tuple):
    def __new__(cls, *items):
        return super().__new__(cls, items)
    def __init__(self, *items):
        self.n = len(items)
print(T(1, 2), T(1, 2).n, T() == ())  # expect: (1, 2) 2 True
