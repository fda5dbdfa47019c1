# dataclasses inheritance and errors
from dataclasses import dataclass, field, make_dataclass


@dataclass
class A:
    x: int
    y: int = 1


@dataclass
class B(A):
    z: int = 2
    x: int = 10


print(B(), B(1, 2, 3), B.__mro__[1].__name__)  # expect: B(x=10, y=1, z=2) B(x=1, y=2, z=3) A
try:
    @dataclass
    class C:
        a: int = 1
        b: int
except TypeError as e:
    print(e)  # expect: non-default argument 'b' follows default argument 'a'
try:
    @dataclass
    class D:
        a: list = []
except ValueError as e:
    print(e)  # expect: mutable default <class 'list'> for field a is not allowed: use default_factory
M = make_dataclass("M", [("q", int), ("r", str, "dflt")])
print(M(1), M(1) == M(1, "dflt"))  # expect: M(q=1, r='dflt') True
