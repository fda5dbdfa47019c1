# dataclasses frozen slots and kw only
from dataclasses import FrozenInstanceError, KW_ONLY, InitVar, dataclass, field


@dataclass(frozen=True)
class F:
    a: int
    b: str = "b"


f = F(1)
print(f, hash(f) == hash(F(1)), {f: 1}[F(1)])  # expect: F(a=1, b='b') True 1
try:
    f.a = 5
except FrozenInstanceError as e:
    print(e)  # expect: cannot assign to field 'a'


@dataclass(slots=True, kw_only=True)
class S:
    a: int
    b: int = 2


print(S(a=1), S.__slots__, hasattr(S(a=1), "__dict__"))  # expect: S(a=1, b=2) ('a', 'b') False


@dataclass
class I:
    x: int
    _: KW_ONLY
    scale: InitVar[int] = 2
    total: int = field(init=False, repr=False)

    def __post_init__(self, scale):
        self.total = self.x * scale


print(I(5), I(5, scale=10).total)  # expect: I(x=5) 50
