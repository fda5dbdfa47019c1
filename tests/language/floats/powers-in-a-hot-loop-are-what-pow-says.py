# in a hot loop x ** y is to the last bit what the method says, for squares and roots too; what it raises, it raises there too
import math


def numbers(n):
    x = 0.5
    for i in range(n):
        x = (x * 1103.5 + 0.25) % 3.0 + 0.001
        yield x if i % 3 else -x


def wrong(xs):
    wrongs = 0
    for x in xs:
        wrongs += x**2 != x.__pow__(2)
        wrongs += x**4.0 != x.__pow__(4.0)
        y = abs(x)
        wrongs += y**0.5 != y.__pow__(0.5)
        wrongs += y**-1.5 != y.__pow__(-1.5)
        wrongs += 1.5**x != (1.5).__pow__(x)
        wrongs += 2**x != (2.0).__pow__(x)
    return wrongs


print(wrong(list(numbers(3000))))  # expect: 0


def powers(xs, y):
    out = []
    for x in xs:
        try:
            out.append(x**y)
        except (OverflowError, ZeroDivisionError) as e:
            out.append(type(e).__name__)
    return out


usual = [1.5, 2.5, 0.75, 4.0] * 50
for y in (2, 0.5, -1.5, 0, -2):
    after = {}
    for odd in (-4.0, 0.0, -0.0, 1e300, 1e-300, float("inf"), float("-inf"), float("nan"), 3):
        got = powers(usual + [odd] * 4 + usual[:3], y)
        assert got[-3:] == got[:3]
        assert len({repr(v) for v in got[200:204]}) == 1
        v = got[200]
        after[odd] = type(v).__name__ if isinstance(v, complex) or isinstance(v, float) and abs(v) not in (0, math.inf) else v
    print(y, after)
# expect: 2 {-4.0: 'float', 0.0: 0.0, 1e+300: 'OverflowError', 1e-300: 0.0, inf: inf, -inf: inf, nan: 'float', 3: 9}
# expect: 0.5 {-4.0: 'complex', 0.0: 0.0, 1e+300: 'float', 1e-300: 'float', inf: inf, -inf: inf, nan: 'float', 3: 'float'}
# expect: -1.5 {-4.0: 'complex', 0.0: 'ZeroDivisionError', 1e+300: 0.0, 1e-300: 'OverflowError', inf: 0.0, -inf: 0.0, nan: 'float', 3: 'float'}
# expect: 0 {-4.0: 'float', 0.0: 'float', 1e+300: 'float', 1e-300: 'float', inf: 'float', -inf: 'float', nan: 'float', 3: 1}
# expect: -2 {-4.0: 'float', 0.0: 'ZeroDivisionError', 1e+300: 0.0, 1e-300: 'OverflowError', inf: 0.0, -inf: 0.0, nan: 'float', 3: 'float'}


def functions(xs):
    out = []
    for x in xs:
        try:
            out.append(math.log(x) < 1)
        except ValueError:
            out.append("log")
        try:
            out.append(math.exp(x) > 1)
        except OverflowError:
            out.append("exp")
        try:
            out.append(math.sin(x) == 0)
        except ValueError:
            out.append("sin")
        try:
            out.append(math.acos(x) > 0.5)
        except ValueError:
            out.append("acos")
        out.append(math.atan2(x, 0.0) > 0)
    return out


got = functions([0.5, 0.25, 1, 0.125] * 50 + [0.0, -1.0, -0.0, float("inf"), float("nan"), 800.0, -800.0, 0, -3, True] * 3)
for i in range(len(got) - 45, len(got), 5):
    print(got[i : i + 5])
# expect: ['log', False, False, True, False]
# expect: ['log', False, True, True, False]
# expect: [False, True, 'sin', 'acos', True]
# expect: [False, False, False, False, False]
# expect: [False, 'exp', False, 'acos', True]
# expect: ['log', False, False, 'acos', False]
# expect: ['log', False, True, True, False]
# expect: ['log', False, False, 'acos', False]
# expect: [True, True, False, False, True]
