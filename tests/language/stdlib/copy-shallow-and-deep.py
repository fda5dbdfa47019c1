# copy shallow and deep
import copy

a = [1, [2, 3], {"k": [4]}]
b, c = copy.copy(a), copy.deepcopy(a)
a[1].append("x")
a[2]["k"].append("y")
print(b, c, b[1] is a[1], c[1] is a[1])
# expect: [1, [2, 3, 'x'], {'k': [4, 'y']}] [1, [2, 3], {'k': [4]}] True False
loop = [1]
loop.append(loop)
d = copy.deepcopy(loop)
print(d[1] is d, d is not loop)  # expect: True True


class P:
    def __init__(self, x):
        self.x = x


class Q(P):
    def __copy__(self):
        return Q("copied")

    def __deepcopy__(self, memo):
        return Q("deep")


p = P([1])
print(copy.copy(p).x is p.x, copy.deepcopy(p).x is p.x, copy.copy(Q(1)).x, copy.deepcopy([Q(1)])[0].x, copy.copy((1, 2)), copy.deepcopy({(1,): {2}}))
# expect: True False copied deep (1, 2) {(1,): {2}}
from collections import namedtuple

N = namedtuple("N", "a b")
print(copy.replace(N(1, 2), b=5), copy.copy(len) is len, copy.deepcopy(int) is int)
# expect: N(a=1, b=5) True True
