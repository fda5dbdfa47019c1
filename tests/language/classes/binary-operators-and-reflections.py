# binary operators and reflections
class V:
    def __init__(self, *c):
        self.c = c

    def __repr__(self):
        return f"V{self.c}"

    def __add__(self, o):
        return V(*(a + b for a, b in zip(self.c, o.c))) if isinstance(o, V) else NotImplemented

    def __radd__(self, o):
        return ("radd", o)

    def __mul__(self, k):
        return V(*(a * k for a in self.c))

    __rmul__ = __mul__

    def __matmul__(self, o):
        return sum(a * b for a, b in zip(self.c, o.c))

    def __neg__(self):
        return self * -1

    def __pow__(self, n, mod=None):
        return ("pow", n, mod)

    def __rpow__(self, n):
        return ("rpow", n)

    def __divmod__(self, o):
        return "divmod"

    def __invert__(self):
        return "inv"


v = V(1, 2)
print(v + V(3, 4), 5 + v, v * 2, 3 * v, v @ V(1, 1), -v, v**2, pow(v, 2, 5), 2**v, divmod(v, 1), ~v, sum([v]))
# expect: V(4, 6) ('radd', 5) V(2, 4) V(3, 6) 3 V(-1, -2) ('pow', 2, None) ('pow', 2, 5) ('rpow', 2) divmod inv ('radd', 0)
try:
    v + 5
except TypeError as e:
    print(e)  # expect: unsupported operand type(s) for +: 'V' and 'int'
try:
    v - v
except TypeError as e:
    print(e)  # expect: unsupported operand type(s) for -: 'V' and 'V'
