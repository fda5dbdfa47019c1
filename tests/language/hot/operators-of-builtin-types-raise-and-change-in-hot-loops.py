# operators on containers, text and numbers of all sizes in hot loops: results, exceptions and where they come from, types that change
import math


def attempt(f, values):
    out = []
    for v in values:
        try:
            out.append(f(v))
        except Exception as e:
            out.append((type(e).__name__, str(e)))
    return out[0], out[len(out) // 2], out[-1], len(set(map(str, out)))


cases = [
    (lambda v: [1, 2] + v, [[3]] * 100 + [(4,)] * 3),
    (lambda v: v * 3, [[1]] * 80 + ["ab"] * 80 + [(1, 2)] * 80 + [2**60] * 40 + [1.5] * 40),
    (lambda v: [0] * v, [3] * 100 + ["x"] * 2 + [True] * 50),
    (lambda v: v[1:], ["abc"] * 60 + [[1, 2, 3]] * 60 + [(1, 2, 3)] * 60 + [b"abc"] * 60 + [7] * 2),
    (lambda v: v[-1], [[1]] * 100 + [[]] * 3),
    (lambda v: 10 // v, [3] * 100 + [0] * 3 + [2.5] * 50 + [0.0] * 2),
    (lambda v: v % 3, [10] * 60 + [-10] * 60 + [2**80] * 60 + [7.5] * 60 + [-0.0] * 10 + [True] * 10),
    (lambda v: v ** 2, [3] * 60 + [2**31] * 60 + [-1.5] * 60),
    (lambda v: 1 << v, [3] * 60 + [47] * 60 + [100] * 60 + [-1] * 3),
    (lambda v: v + 1, [2**47 - 2] * 70 + [2**47 - 1] * 70 + [2**48] * 70 + [2**63 - 1] * 70 + [-(2**47) - 1] * 30),
    (lambda v: v - 1, [-(2**47) + 1] * 70 + [-(2**47)] * 70 + [2**48] * 70 + [-(2**63)] * 70),
    (lambda v: -v, [5] * 60 + [-(2**47)] * 60 + [2**47] * 60 + [True] * 60 + [0.0] * 10 + ["x"] * 2),
    (lambda v: v == None, [1] * 60 + ["x"] * 60 + [None] * 60 + [1.0] * 10),
    (lambda v: v == 1, [1] * 60 + [True] * 60 + [1.0] * 60 + ["1"] * 60 + [1 + 0j] * 60),
    (lambda v: v < 2, [1] * 60 + [False] * 60 + [math.nan] * 60 + [2**70] * 60 + ["1"] * 3),
    (lambda v: v | {1}, [{2}] * 100 + [frozenset({3})] * 60 + [4] * 3),
    (lambda v: f"{v}|{v!r}", [1] * 60 + ["a"] * 60 + [1.5] * 60 + [None] * 60 + [2**70] * 60),
    (lambda v: f"{v:>5}", [1] * 60 + ["a"] * 60 + [1.5] * 60 + [None] * 3),
    (lambda v: {"a": v, v: 1}, [1] * 60 + ["a"] * 60 + [[1]] * 3),
    (lambda v: sorted({v, 1}, key=repr), [1] * 60 + ["a"] * 60 + [[1]] * 3),
    (lambda v: v + 1.5, [True] * 60 + [2] * 60 + [2**70] * 60 + [10**400] * 3),
    (lambda v: not v, [0] * 40 + [""] * 40 + ["a"] * 40 + [[]] * 40 + [{}] * 40 + [{1: 2}] * 40 + [0.0] * 40 + [math.nan] * 40 + [set()] * 40),
    (lambda v: abs(v), [-3] * 60 + [-(2**47)] * 60 + [-2.5] * 60 + ["x"] * 3 + [True] * 40),
    (lambda v: len(v), ["abc"] * 60 + [[1]] * 60 + [{1: 2}] * 60 + [{1}] * 60 + [b"ab"] * 60 + [5] * 3),
    (lambda v: int(v), [3] * 60 + [3.9] * 60 + ["12"] * 60 + [True] * 60 + ["x"] * 3 + [math.inf] * 2),
    (lambda v: str(v), [3] * 60 + [3.9] * 60 + ["12"] * 60 + [None] * 60 + [[1]] * 60),
    (lambda v: float(v), [3] * 60 + [3.9] * 60 + ["12"] * 60 + [2**70] * 60 + ["x"] * 3),
    (lambda v: list(v), ["ab"] * 60 + [(1, 2)] * 60 + [{1: 2}] * 60 + [range(3)] * 60 + [5] * 3),
    (lambda v: sorted(v), [[3, 1]] * 60 + ["ba"] * 60 + [{2: 1, 1: 2}] * 60 + [[1, "a"]] * 3),
    (lambda v: v.pop(), [[1, 2]] * 1 + [[[1]] * 90] * 80 + [[]] * 3),
    (lambda v: type(v).__name__, [1] * 60 + ["a"] * 60 + [1.5] * 60 + [None] * 60),
    (lambda v: max(v, 2), [1] * 60 + [2.5] * 60 + [2**70] * 60 + ["a"] * 3),
    (lambda v: 5.5 % v, [2.0] * 60 + [-2.0] * 60 + [0.0] * 3 + [3] * 60),
    (lambda v: 5.5 // v, [2.0] * 60 + [-2.0] * 60 + [0.0] * 3 + [math.inf] * 20),
]
for i, (f, values) in enumerate(cases):
    print(i, attempt(f, values))
# expect: 0 ([1, 2, 3], [1, 2, 3], ('TypeError', 'can only concatenate list (not "tuple") to list'), 2)
# expect: 1 ([1, 1, 1], (1, 2, 1, 2, 1, 2), 4.5, 5)
# expect: 2 ([0, 0, 0], [0, 0, 0], [0], 3)
# expect: 3 ('bc', (2, 3), ('TypeError', "'int' object is not subscriptable"), 5)
# expect: 4 (1, 1, ('IndexError', 'list index out of range'), 2)
# expect: 5 (3, 3, ('ZeroDivisionError', 'division by zero'), 3)
# expect: 6 (1, 1, 1, 4)
# expect: 7 (9, 4611686018427387904, 2.25, 3)
# expect: 8 (8, 140737488355328, ('ValueError', 'negative shift count'), 4)
# expect: 9 (140737488355327, 281474976710657, -140737488355328, 5)
# expect: 10 (-140737488355328, 281474976710655, -9223372036854775809, 4)
# expect: 11 (-5, -140737488355328, ('TypeError', "bad operand type for unary -: 'str'"), 6)
# expect: 12 (False, False, False, 2)
# expect: 13 (True, True, True, 2)
# expect: 14 (True, False, ('TypeError', "'<' not supported between instances of 'str' and 'int'"), 3)
# expect: 15 ({1, 2}, {1, 2}, ('TypeError', "unsupported operand type(s) for |: 'int' and 'set'"), 3)
# expect: 16 ('1|1', '1.5|1.5', '1180591620717411303424|1180591620717411303424', 5)
# expect: 17 ('    1', '    a', ('TypeError', 'unsupported format string passed to NoneType.__format__'), 4)
# expect: 18 ({'a': 1, 1: 1}, {'a': 1}, ('TypeError', "cannot use 'list' as a dict key (unhashable type: 'list')"), 3)
# expect: 19 ([1], ['a', 1], ('TypeError', "cannot use 'list' as a set element (unhashable type: 'list')"), 3)
# expect: 20 (2.5, 3.5, ('OverflowError', 'int too large to convert to float'), 4)
# expect: 21 (True, True, True, 2)
# expect: 22 (3, 140737488355328, 1, 5)
# expect: 23 (3, 1, ('TypeError', "object of type 'int' has no len()"), 4)
# expect: 24 (3, 12, ('OverflowError', 'cannot convert float infinity to integer'), 5)
# expect: 25 ('3', '12', '[1]', 5)
# expect: 26 (3.0, 12.0, ('ValueError', "could not convert string to float: 'x'"), 5)
# expect: 27 (['a', 'b'], [1], ('TypeError', "'int' object is not iterable"), 5)
# expect: 28 ([1, 3], ['a', 'b'], ('TypeError', "'<' not supported between instances of 'str' and 'int'"), 4)
# expect: 29 (2, [1], ('IndexError', 'pop from empty list'), 3)
# expect: 30 ('int', 'float', 'NoneType', 4)
# expect: 31 (2, 2.5, ('TypeError', "'>' not supported between instances of 'int' and 'str'"), 4)
# expect: 32 (1.5, -0.5, 2.5, 4)
# expect: 33 (2.0, -3.0, 0.0, 4)


def change(n):
    log = []
    l = [1, 2, 3, 4]
    for i in range(n):
        l[1:3] = [i, i + 1, i + 2] if i % 2 else [i]
        del l[0]
        l.insert(1, i % 5)
        if i % 10 == 9:
            l.sort()
            l.reverse()
        if len(l) > 6:
            del l[3:]
        x = l
        x += [i]
        log.append(len(l))
        while len(l) > 5:
            l.remove(l[0])
    return l, sum(log)


print(change(500))  # expect: ([499, 498, 497, 4, 499], 2998)
d = {}
for i in range(400):
    d[i % 7] = d.get(i % 7, 0) + i
    if i % 50 == 49:
        del d[i % 7]
    d.setdefault(i % 3, []) if i % 3 not in d else None
# raises: TypeError: can only concatenate list (not "int") to list
print(d)


def raises_inside(n):
    seen = []
    for i in range(n):
        try:
            x = {"a": 1}["a" if i % 5 else i]
            seen.append(x)
        except KeyError as e:
            seen.append(e.__traceback__.tb_lineno - raises_inside.__code__.co_firstlineno)
    return sum(map(int, seen)), seen[:7]


print(raises_inside(300))
