# dataclass fields and hash rules
from dataclasses import dataclass, field, fields, is_dataclass


@dataclass(eq=True)
class A:
    x: int


@dataclass(unsafe_hash=True)
class B:
    x: int
    y: list = field(hash=False, default_factory=list)


@dataclass(eq=False)
class C:
    x: int


try:
    hash(A(1))
except TypeError as e:
    print(e)  # expect: unhashable type: 'A'
print(hash(B(1)) == hash(B(1, [5])), C(1) == C(1), is_dataclass(A), is_dataclass(A(1)), [(f.name, f.type, f.hash) for f in fields(B)])
# expect: True False True True [('x', <class 'int'>, None), ('y', <class 'list'>, False)]


@dataclass
class D:
    a: int
    b: str = field(default="z", repr=False, metadata={"unit": "m"})
    c: int = field(init=False, default=3)


print(D(1), D(1).b, fields(D)[1].metadata["unit"], D(1, "q") == D(1, "q"))  # expect: D(a=1, c=3) z m True
try:
    D(1, "q", 3)
except TypeError as e:
    print(e)  # expect: D.__init__() takes from 2 to 3 positional arguments but 4 were given
