# lists, tuples, sets and dicts of one type against each other in hot loops: items that raise, that are Python's, that hold themselves
import math


class Odd:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        asked.append(self.n)
        return NotImplemented if self.n == 3 else self.n == other.n

    def __lt__(self, other):
        asked.append(-self.n)
        return self.n < other.n

    def __hash__(self):
        return 7


class Fails:
    def __eq__(self, other):
        raise ValueError("no answer")

    __hash__ = object.__hash__


class Mine(list):
    def __eq__(self, other):
        return "Mine.__eq__"

    def __lt__(self, other):
        return "Mine.__lt__"


asked = []
nan = math.nan
own = []
own.append(own)
pairs = [
    ([], []),
    ([1, 2], [1, 2.0]),
    ([1, 2], [1, "x"]),
    ([nan], [nan]),
    ([nan], [float("nan")]),
    ([2**47, 2**63], [2**47, 2**63]),
    ([Odd(1), Odd(3)], [Odd(1), Odd(3)]),
    ((1, (2, 3)), (1, (2, 4))),
    ((Odd(1), 5), (Odd(1), 6)),
    ((), (0,)),
    ((True, -0.0), (1, 0)),
    ({1, 2}, {2, 1}),
    ({1}, {1, 2}),
    (frozenset("ab"), frozenset("ab")),
    ({Odd(1)}, {Odd(1)}),
    ({1: 2}, {1: 2.0}),
    ({1: nan}, {1: nan}),
    ({"a": Odd(2)}, {"a": Odd(2)}),
    ([Fails()], [Fails()]),
    ({1: Fails()}, {1: Fails()}),
    ([1], Mine([1])),
    (Mine([1]), [1]),
    ([1], (1,)),
    ({1}, frozenset([1])),
    (own, own),
]


def compare(a, b):
    results = []
    for test in (
        lambda: a == b,
        lambda: a != b,
        lambda: a < b,
        lambda: a <= b,
        lambda: a > b,
        lambda: a >= b,
    ):
        try:
            results.append(test())
        except Exception as error:
            results.append(f"{type(error).__name__}: {error}")
    return results


for number, (a, b) in enumerate(pairs):
    for _ in range(25):
        del asked[:]
        results = compare(a, b)
    print(number, results, asked)
# expect: 0 [True, False, False, True, False, True] []
# expect: 1 [True, False, False, True, False, True] []
# expect: 2 [False, True, "TypeError: '<' not supported between instances of 'int' and 'str'", "TypeError: '<=' not supported between instances of 'int' and 'str'", "TypeError: '>' not supported between instances of 'int' and 'str'", "TypeError: '>=' not supported between instances of 'int' and 'str'"] []
# expect: 3 [True, False, False, True, False, True] []
# expect: 4 [False, True, False, False, False, False] []
# expect: 5 [True, False, False, True, False, True] []
# expect: 6 [False, True, False, "TypeError: '<=' not supported between instances of 'Odd' and 'Odd'", False, "TypeError: '>=' not supported between instances of 'Odd' and 'Odd'"] [1, 3, 3, 1, 3, 3, 1, 3, 3, -3, 1, 3, 3, 1, 3, 3, -3, 1, 3, 3]
# expect: 7 [False, True, True, True, False, False] []
# expect: 8 [False, True, True, True, False, False] [1, 1, 1, 1, 1, 1]
# expect: 9 [False, True, True, True, False, False] []
# expect: 10 [True, False, False, True, False, True] []
# expect: 11 [True, False, False, True, False, True] []
# expect: 12 [False, True, True, True, False, False] []
# expect: 13 [True, False, False, True, False, True] []
# expect: 14 [True, False, False, True, False, True] [1, 1, 1, 1]
# expect: 15 [True, False, "TypeError: '<' not supported between instances of 'dict' and 'dict'", "TypeError: '<=' not supported between instances of 'dict' and 'dict'", "TypeError: '>' not supported between instances of 'dict' and 'dict'", "TypeError: '>=' not supported between instances of 'dict' and 'dict'"] []
# expect: 16 [True, False, "TypeError: '<' not supported between instances of 'dict' and 'dict'", "TypeError: '<=' not supported between instances of 'dict' and 'dict'", "TypeError: '>' not supported between instances of 'dict' and 'dict'", "TypeError: '>=' not supported between instances of 'dict' and 'dict'"] []
# expect: 17 [True, False, "TypeError: '<' not supported between instances of 'dict' and 'dict'", "TypeError: '<=' not supported between instances of 'dict' and 'dict'", "TypeError: '>' not supported between instances of 'dict' and 'dict'", "TypeError: '>=' not supported between instances of 'dict' and 'dict'"] [2, 2]
# expect: 18 ['ValueError: no answer', 'ValueError: no answer', 'ValueError: no answer', 'ValueError: no answer', 'ValueError: no answer', 'ValueError: no answer'] []
# expect: 19 ['ValueError: no answer', 'ValueError: no answer', "TypeError: '<' not supported between instances of 'dict' and 'dict'", "TypeError: '<=' not supported between instances of 'dict' and 'dict'", "TypeError: '>' not supported between instances of 'dict' and 'dict'", "TypeError: '>=' not supported between instances of 'dict' and 'dict'"] []
# expect: 20 ['Mine.__eq__', False, False, True, 'Mine.__lt__', True] []
# expect: 21 ['Mine.__eq__', False, 'Mine.__lt__', True, False, True] []
# expect: 22 [False, True, "TypeError: '<' not supported between instances of 'list' and 'tuple'", "TypeError: '<=' not supported between instances of 'list' and 'tuple'", "TypeError: '>' not supported between instances of 'list' and 'tuple'", "TypeError: '>=' not supported between instances of 'list' and 'tuple'"] []
# expect: 23 [True, False, False, True, False, True] []
# expect: 24 [True, False, False, True, False, True] []


def both_ways(pairs):
    count = 0
    for _ in range(60):
        for a, b in pairs:
            if a == b:
                count += 1
            elif a != b:
                count -= 1
            if not a != b:
                count += 10
    return count


print(both_ways([p for p in pairs if not any(isinstance(x, Fails) for q in p for x in (q.values() if isinstance(q, dict) else q))]))
# expect: 9420
