# sum() of a generator: ints, floats with their errors kept apart, what leaves the machine's ints, and objects
print(sum(x for x in [1, 2, 3]), sum(x for x in []), sum((x for x in [1.5, 2.5]), 0), sum(x for x in [True, 1, 0.1]))
# expect: 6 0 4.0 2.1
print(repr(sum(x for x in [0.1] * 10)), repr(sum(x for x in [1, 0.1] * 10)), repr(sum((x for x in [0.1] * 10), 0.0)))
# expect: 1.0 11.0 1.0
print(sum(x for x in [2**62, 2**62, 0.1, 0.1]), sum(x for x in [2**45, 2**45, 2**45, -2**46, 1]))
# expect: 9.223372036854776e+18 35184372088833
print(repr(sum((x for x in [0.1] * 10), 2**70)), repr(sum(x for x in [2**70, 0.1, 0.2, -2.0**70])), repr(sum((x for x in [1e16, 1.0, 1.0, -1e16]), 1)))
# expect: 1.1805916207174113e+21 0.0 2.0
print(repr(sum(x for x in [2**63 - 1, 0.1, -(2.0**63), 0.1])), repr(sum(x for x in [2**63 - 1, 1, 0.1, 0.2])))
# expect: 0.1 9.223372036854776e+18
print(sum(x for x in [1, 2j, 3.5]), sum((x for x in [[1], [2]]), []), sum(x for x in [-2**46, -2**46, -2**46, 5]))
# expect: (4.5+2j) [1, 2] -211106232532987
class A:
    def __radd__(self, o): return ("radd", o)
    def __add__(self, o): return ("add", o)
try: print(sum(x for x in [1, A(), 2]))
except TypeError as e: print(e)  # expect: can only concatenate tuple (not "int") to tuple
try: print(sum(x for x in [1, "a"]))
except TypeError as e: print(e)  # expect: unsupported operand type(s) for +: 'int' and 'str'
class I(int):
    def __radd__(self, o): return 1000 + o
    def __add__(self, o): return 1
print(sum(x for x in [1, I(5), 2.5, 1]), sum((x for x in [I(1), 2]), I(3)), sum(x for x in [False, True, 2]))
# expect: 1004.5 3 3
print(repr(sum(x for x in [3, -0.0])), repr(sum((x for x in [-0.0]), -0.0)), sum(x for x in [1, float("inf"), float("-inf")]), sum(x for x in [1, float("inf")]))
# expect: 3.0 -0.0 nan inf
