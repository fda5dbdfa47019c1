# enum intenum flag and strenum
from enum import Flag, IntEnum, IntFlag, StrEnum, auto


class P(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


print(P.R | P.X, P.RW, P.R in P.RW, P.RW & P.W, ~P.R, P(0), bool(P.R & P.W), list(P.RW), P(7))
# expect: P.R|X P.RW True P.W P.W|X P(0) False [<P.R: 1>, <P.W: 2>] P.R|W|X


class I(IntEnum):
    A = 1
    B = 5


print(I.A + 1, I.B > I.A, I.B == 5, sorted([I.B, I.A]), f"{I.A} {I.A!r} {I.B:03d}", [10, 20][I.A])
# expect: 2 True True [<I.A: 1>, <I.B: 5>] 1 <I.A: 1> 005 20


class S(StrEnum):
    ONE = auto()
    TWO = "zwei"


print(S.ONE, S.TWO.upper(), S.ONE == "one", f"{S.TWO:>6}")  # expect: one ZWEI True   zwei
