# value patterns use dotted names
import math


class Color:
    RED = 1
    GREEN = "g"


class ns:
    class inner:
        v = [1, 2]


def f(x):
    match x:
        case Color.RED:
            return "red"
        case Color.GREEN:
            return "green"
        case math.pi:
            return "pi"
        case ns.inner.v:
            return "list"
        case [Color.RED, Color.GREEN]:
            return "both"


print(f(1), f("g"), f(math.pi), f([1, 2]), f([1, "g"]), f(2), f(True))
# expect: red green pi list both None red
