# operators are added to a class while it is used
class V:
    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        return V(self.n + other.n)


total = V(0)
for i in range(300):
    if i == 100:
        V.__add__ = lambda self, other: V(self.n + 2 * other.n)
    if i == 200:
        V.__iadd__ = lambda self, other: V(self.n - other.n)
    total += V(1)
    if i in (99, 199, 299):
        print(total.n)
# expect: 100
# expect: 300
# expect: 200
del V.__add__, V.__iadd__
try:
    total + V(1)
except TypeError as error:
    print(error)  # expect: unsupported operand type(s) for +: 'V' and 'V'
V.__radd__ = lambda self, other: "reflected"
print(1 + total, "x" + total)  # expect: reflected reflected
