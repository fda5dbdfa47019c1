# capture guard and fallthrough bind as they go
def f(x):
    match x:
        case [a, 1]: return ("first", a)
        case [b, c] if print("guard", b, c) or c == 2: return ("second", b)
        case (1 | 2 | 3) as small: return ("small", small)
        case -1 | -2.5 | 3 - 4j | 1 + 2j: return "signed"
        case None | True | False: return ("singleton", x)
        case "a" "b": return "joined"
        case y: pass
    return sorted(k for k in locals() if k != "x"), y


for x in ([5, 1], [5, 2], [5, 3], 2, -1, -2.5, 3 - 4j, None, False, 0, "ab", 9):
    try:
        print(x, f(x))
    except UnboundLocalError as error:
        print(x, error)
# expect: [5, 1] ('first', 5)
# expect: guard 5 2
# expect: [5, 2] ('second', 5)
# expect: guard 5 3
# expect: [5, 3] (['b', 'c', 'y'], [5, 3])
# expect: 2 ('small', 2)
# expect: -1 signed
# expect: -2.5 signed
# expect: (3-4j) signed
# expect: None ('singleton', None)
# expect: False ('singleton', False)
# expect: 0 (['y'], 0)
# expect: ab joined
# expect: 9 (['y'], 9)
match = case = type = 1
match [match]:
    case [case]: print(match, case)  # expect: 1 1
print(match if case else type)  # expect: 1
match (1, 2), 3:
    case (a, b), c: print(a, b, c)  # expect: 1 2 3
match x := 5, 6:
    case (5, n): print(x, n)  # expect: 5 6
import enum
class Colour(enum.Enum):
    RED = 1
    BLUE = 2
match Colour(2):
    case Colour.RED: print("red")
    case Colour.BLUE: print("blue")  # expect: blue
for bad in ("match x:\n case a: pass\n case b: pass", "match x:\n case a | b: pass", "match x:\n case [a, a]: pass", "match x:\n case [*a, *b]: pass", "match x:\n case 1 + 1: pass", "match x:\n case f'a': pass", "match x:\n case {**r, 'a': 1}: pass", "match x:\n case P(a=1, a=2): pass", "match x:\n case a.b as c.d: pass", "match x:\n case _ as y: pass\n case 2: pass"):
    try:
        compile(bad, "f", "exec")
    except SyntaxError as error:
        print(error.msg)
# expect: name capture 'a' makes remaining patterns unreachable
# expect: name capture 'a' makes remaining patterns unreachable
# expect: multiple assignments to name 'a' in pattern
# expect: multiple starred names in sequence pattern
# expect: imaginary number required in complex literal
# expect: patterns may only match literals and attribute lookups
# expect: invalid syntax
# expect: attribute name repeated in class pattern: a
# expect: cannot use attribute as pattern target
# expect: wildcard makes remaining patterns unreachable
