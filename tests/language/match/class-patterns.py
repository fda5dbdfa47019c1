# class patterns
class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Named(Point):
    def __init__(self, x, y, name):
        super().__init__(x, y)
        self.name = name


def f(p):
    match p:
        case Point(0, 0):
            return "origin"
        case Named(x, y, name="home"):
            return f"home {x} {y}"
        case Point(x=0):
            return "on y"
        case Point(x, y=0):
            return f"on x {x}"
        case Point(x, y) if x == y:
            return "diagonal"
        case Point():
            return "somewhere"
        case str() | bytes():
            return "text"
        case int(n) | float(n):
            return f"number {n}"
        case _:
            return "?"


for p in (Point(0, 0), Named(1, 2, "home"), Point(0, 5), Point(5, 0), Point(3, 3), Point(1, 2), "s", b"s", 4, 2.5, None, True):
    print(f(p))
# expect: origin
# expect: home 1 2
# expect: on y
# expect: on x 5
# expect: diagonal
# expect: somewhere
# expect: text
# expect: text
# expect: number 4
# expect: number 2.5
# expect: ?
# expect: number True
