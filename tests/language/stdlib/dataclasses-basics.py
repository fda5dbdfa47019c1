# dataclasses basics
from dataclasses import asdict, astuple, dataclass, field, fields, replace


@dataclass(order=True)
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, compare=False)


p = P(1, 2)
print(p, p == P(1, 2, ["t"]), p < P(1, 3), asdict(p), astuple(p), [f.name for f in fields(P)], replace(p, x=9), P(5).tags is not P(5).tags)
# expect: P(x=1, y=2, tags=[]) True True {'x': 1, 'y': 2, 'tags': []} (1, 2, []) ['x', 'y', 'tags'] P(x=9, y=2, tags=[]) True
try:
    P()
except TypeError as e:
    print(e)  # expect: P.__init__() missing 1 required positional argument: 'x'
print(sorted([P(2), P(1, 5), P(1)]), P.__match_args__)
# expect: [P(x=1, y=0, tags=[]), P(x=1, y=5, tags=[]), P(x=2, y=0, tags=[])] ('x', 'y', 'tags')
