# operators of subclasses of int, str and float in hot loops
from enum import IntEnum, StrEnum, IntFlag, Enum


class Op(IntEnum):
    A = 0
    B = 1
    C = 2


class Word(StrEnum):
    X = "x"
    Y = "y"


class Flag(IntFlag):
    R = 1
    W = 2


class Own(int):
    def __add__(self, other):
        return "added"

    def __eq__(self, other):
        return True

    __hash__ = int.__hash__


class Plain(int):
    pass


class F(float):
    pass


def work(values):
    out = []
    for v in values:
        row = [v == 1, v == True, v == "x", v != 0, 1 == v, v == Op.B, v is Op.B]
        try:
            row += [v < 2, v >= Op.A, v + 1, 2 - v, v * v, type(v + v).__name__, -v, v | 2, v & Op.B]
        except TypeError as e:
            row.append(type(e).__name__)
        out.append(row)
    return out


for values in ([Op.A, Op.B, Op.C], [Word.X, Word.Y, "x"], [Flag.R, Flag.W, Flag.R | Flag.W], [Own(1), Own(5)], [Plain(1), Plain(2**60)], [F(1.0), F(0.5)], [True, 1, 1.0]):
    expected = work(values)
    assert all(work(values) == expected for _ in range(60))
    for row in expected:
        print(*row)
# expect: False False False False False False False True True 1 2 0 int 0 2 0
# expect: True True False True True True True True True 2 1 1 int -1 3 1
# expect: False False False True False False False False True 3 0 4 int -2 2 0
# expect: False False True True False False False TypeError
# expect: False False False True False False False TypeError
# expect: False False True True False False False TypeError
# expect: True True False True True True False True True 2 1 1 int -1 3 1
# expect: False False False True False False False False True 3 0 4 int -2 2 0
# expect: False False False True False False False False True 4 -1 9 int -3 3 1
# expect: True True True True True True False True True added 1 1 str -1 3 1
# expect: True True True True True True False False True added -3 25 str -5 7 1
# expect: True True False True True True False True True 2 1 1 int -1 3 1
# expect: False False False True False False False False True 1152921504606846977 -1152921504606846974 1329227995784915872903807060280344576 int -1152921504606846976 1152921504606846978 0
# expect: True True False True True True False TypeError
# expect: False False False True False False False TypeError
# expect: True True False True True True False True True 2 1 1 int -1 3 1
# expect: True True False True True True False True True 2 1 1 int -1 3 1
# expect: True True False True True True False TypeError


def count(n):
    s = 0
    for i in range(n):
        op = i % 3
        if op == Op.A:
            s += 1
        elif op == Op.B:
            s += Op.C * 10
        elif Op.C == op:
            s -= Op.B
        if Word.X == "xyz"[op]:
            s += 1000
    return s


print(count(600))  # expect: 204000


def text(n):
    out = ""
    for i in range(n):
        out = Word.X + str(i % 3) if len(out) > 40 else out + Word.Y
    return out


print(text(300))  # expect: x2yyyyyyyyyyyyyyyyyy


class Late(int):
    pass


def sums(a, n):
    s = 0
    for i in range(n):
        s += a + i if a < 100 else 0
        s += a == 3
    return s


a = Late(3)
print(sums(a, 200))  # expect: 20700
Late.__add__ = lambda self, other: 1000
print(sums(a, 200))  # expect: 200200
Late.__lt__ = lambda self, other: False
print(sums(a, 200))  # expect: 200
Late.__eq__ = lambda self, other: False
print(sums(a, 200))  # expect: 0
