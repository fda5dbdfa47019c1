# enum members as descriptors and flags iteration
from enum import Enum, Flag, auto, member, nonmember, verify, UNIQUE, global_enum_repr


class E(Enum):
    A = 1
    helper = nonmember(5)

    @member
    def B(self): pass

    def method(self):
        return self.name.lower()

    @property
    def twice(self):
        return self.value * 2

    _ignore_ = ["tmp"]
    tmp = 9


print([m.name for m in E], E.helper, E.A.method(), E.A.twice, hasattr(E, "tmp"))
# expect: ['A', 'B'] 5 a 2 False
try:
    @verify(UNIQUE)
    class U(Enum):
        X = 1
        Y = 1
except ValueError as e:
    print(e)  # expect: aliases found in <enum 'U'>: Y -> X


class F(Flag):
    A = auto()
    B = auto()
    C = auto()


print([f.name for f in F.A | F.C], len(F.A | F.B), F.A ^ F.B, F.B in (F.A | F.B), (F.A | F.B).value)
# expect: ['A', 'C'] 2 F.A|B True 3
