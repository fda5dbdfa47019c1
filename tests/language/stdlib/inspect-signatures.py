# inspect signatures
import inspect


def f(a, /, b: int, *args, c=1, d, **kw) -> str:
    "doc"


print(inspect.signature(f), list(inspect.signature(f).parameters), inspect.signature(f).parameters["c"].default, inspect.isfunction(f), inspect.isclass(int), inspect.getdoc(f), inspect.signature(lambda x=5: x))
# expect: (a, /, b: int, *args, c=1, d, **kw) -> str ['a', 'b', 'args', 'c', 'd', 'kw'] 1 True True doc (x=5)
s = inspect.signature(f)
b = s.bind(1, 2, 3, d=4, z=5)
b.apply_defaults()
print(b.arguments)  # expect: {'a': 1, 'b': 2, 'args': (3,), 'c': 1, 'd': 4, 'kw': {'z': 5}}
try:
    s.bind(1)
except TypeError as e:
    print(e)  # expect: missing a required argument: 'b'


class A:
    def __init__(self, x, y=2): pass

    def m(self, z): pass


print(inspect.signature(A), inspect.signature(A().m), inspect.ismethod(A().m), [n for n, _ in inspect.getmembers(A, inspect.isfunction)])
# raises: TypeError: A.__init__() missing 1 required positional argument: 'x'
