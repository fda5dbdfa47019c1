# exception while binding loop targets
class P:
    def __setattr__(self, n, v):
        if v == 2:
            raise ValueError("no twos")
        super().__setattr__(n, v)


p = P()
try:
    for p.x in [1, 2, 3]:
        print(p.x)  # expect: 1
except ValueError as e:
    print(e)  # expect: no twos
try:
    for a, b in [(1, 2), (3,)]:
        print(a, b)  # expect: 1 2
except ValueError as e:
    print(e, a, b)  # expect: not enough values to unpack (expected 2, got 1) 1 2
d = {}
try:
    for d["k"], d["m"] in [(1, 2), 5]:
        pass
except TypeError as e:
    print(e, d)  # expect: cannot unpack non-iterable int object {'k': 1, 'm': 2}
