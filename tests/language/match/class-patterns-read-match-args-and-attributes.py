# class patterns read match args and attributes
class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Odd:
    __match_args__ = ("a", "missing")
    a = 1


def kind(v):
    match v:
        case Point(0, 0): return "origin"
        case Point(x=0, y=y): return f"on y at {y}"
        case Point(x, y) if x == y: return "diagonal"
        case Point(): return "point"
        case Odd(1, 2): return "never"
        case Odd(a): return f"odd {a}"
        case bool(b): return f"bool {b}"
        case int(n) | float(n): return f"number {n}"
        case str("special"): return "special"
        case str() as s: return f"str {s}"
        case list([a, b]): return f"list {a} {b}"
        case tuple(t): return f"tuple {t}"
        case dict() | set(): return "dict or set"
    return "other"


for v in (Point(0, 0), Point(0, 5), Point(2, 2), Point(1, 2), Odd(), True, 5, 2.5, "special", "s", [1, 2], [1], (1,), {}, {1}, None, 3j):
    print(kind(v))
# expect: origin
# expect: on y at 5
# expect: diagonal
# expect: point
# expect: odd 1
# expect: bool True
# expect: number 5
# expect: number 2.5
# expect: special
# expect: str s
# expect: list 1 2
# expect: other
# expect: tuple (1,)
# expect: dict or set
# expect: dict or set
# expect: other
# expect: other
for case in ("Point(1, 2, 3)", "Point(1, x=2)", "int(1, 2)", "kind(1)", "Bad(1)", "BadToo(1)", "NotStr(1)", "object(1)"):
    class Bad:
        __match_args__ = ["x"]
    class BadToo:
        __match_args__ = 5
    class NotStr:
        __match_args__ = (5,)
    subject = {"Bad": "Bad()", "Bad(": "Bad()"}.get(case[:4], "Point(1, 2)" if case[0] == "P" else "NotStr()" if case[0] == "N" else "BadToo()" if case[:6] == "BadToo" else "Bad()" if case[0] == "B" else "5")
    if case.startswith("BadToo"):
        subject = "BadToo()"
    try:
        exec(f"match {subject}:\n case {case}: pass")
    except TypeError as error:
        print(case, "->", error)
# expect: Point(1, 2, 3) -> Point() accepts 2 positional sub-patterns (3 given)
# expect: Point(1, x=2) -> Point() got multiple sub-patterns for attribute 'x'
# expect: int(1, 2) -> int() accepts 1 positional sub-pattern (2 given)
# expect: kind(1) -> called match pattern must be a class
# expect: Bad(1) -> Bad.__match_args__ must be a tuple (got list)
# expect: BadToo(1) -> BadToo.__match_args__ must be a tuple (got int)
# expect: NotStr(1) -> __match_args__ elements must be strings (got int)
# expect: object(1) -> object() accepts 0 positional sub-patterns (1 given)
