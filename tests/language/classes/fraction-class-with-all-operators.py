# fraction class with all operators
from math import gcd
from functools import total_ordering


@total_ordering
class Frac:
    __slots__ = ("n", "d")

    def __init__(self, n, d=1):
        if d == 0:
            raise ZeroDivisionError("zero denominator")
        g = gcd(n, d) * (1 if d > 0 else -1)
        self.n, self.d = n // g, d // g

    def __repr__(self):
        return f"{self.n}/{self.d}"

    def __add__(self, o):
        o = o if isinstance(o, Frac) else Frac(o)
        return Frac(self.n * o.d + o.n * self.d, self.d * o.d)

    __radd__ = __add__

    def __mul__(self, o):
        o = o if isinstance(o, Frac) else Frac(o)
        return Frac(self.n * o.n, self.d * o.d)

    def __eq__(self, o):
        return self.n == o.n and self.d == o.d

    def __lt__(self, o):
        return self.n * o.d < o.n * self.d

    def __hash__(self):
        return hash((self.n, self.d))


h = sum((Frac(1, k) for k in range(1, 11)), Frac(0))
print(h, Frac(1, 2) + Frac(1, 3), 1 + Frac(2, -4), Frac(2, 3) * 6, Frac(1, 2) > Frac(1, 3), Frac(2, 4) >= Frac(1, 2), max(Frac(1, 3), Frac(2, 5)), {Frac(2, 4)} == {Frac(1, 2)})
# expect: 7381/2520 5/6 1/2 4/1 True True 2/5 True
