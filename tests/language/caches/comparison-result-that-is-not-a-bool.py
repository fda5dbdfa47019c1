# comparison result that is not a bool
class Sym:
    def __init__(self, n):
        self.n = n

    def __lt__(self, o):
        return f"({self.n}<{o})"

    def __eq__(self, o):
        return []

    __hash__ = None


def less(a, b):
    if a < b:
        return "yes"
    return "no"


def value(a, b):
    return a < b


def eq(a, b):
    return "eq" if a == b else "ne"


for i in range(50):
    less(i, 3)
    value(i, 3)
    eq(i, 3)
s = Sym("s")
print(less(s, 3), value(s, 3), eq(s, 3), 1 < 2 < 3, value(1, 2), [s == 1], s != 1)
# expect: yes (s<3) ne True True [[]] True
