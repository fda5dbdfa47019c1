# comparisons of views whose keys and values have hooks written in Python
class C:
    def __init__(self, v):
        self.v = v

    def __eq__(self, other):
        return self.v == other.v

    def __hash__(self):
        return 1


class Bad:
    def __eq__(self, other):
        raise RuntimeError("eq")


def compared(a, b):
    return a == b, a != b, a <= b, a < b, a >= b, a > b


a, b, c, d = {1: C(2)}.items(), {1: C(2)}.items(), {1: C(3)}.items(), {1: C(2), 2: C(3)}.items()
for other in (b, c, d, {(1, 2)}, set()):
    print(compared(a, other), compared(other, a))
# expect: (True, False, True, False, True, False) (True, False, True, False, True, False)
# expect: (False, True, False, False, False, False) (False, True, False, False, False, False)
# expect: (False, True, True, True, False, False) (False, True, False, False, True, True)
# raises: AttributeError: 'int' object has no attribute 'v'
a, b, c, d = {C(1): 1}.keys(), {C(1): 3}.keys(), {C(2): 1}.keys(), {C(1): 3, C(2): 4}.keys()
for other in (b, c, d, {C(1)}, frozenset({C(2)}), {C(1), C(3)}, set()):
    print(compared(a, other), compared(other, a), a.isdisjoint(other))
print({1: []}.items().isdisjoint({1: []}.items()), {1: []}.items().isdisjoint({1: [2]}.items()))
for compare in (lambda x, y: x == y, lambda x, y: x <= y, lambda x, y: x.isdisjoint(y)):
    try:
        print(compare({1: Bad()}.items(), {1: Bad()}.items()))
    except RuntimeError as e:
        print(e)
