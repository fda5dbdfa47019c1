# a class below a builtin one that matches itself does so too, whatever its other bases, until it has __match_args__
class Plain:
    pass


class Number(Plain, int):
    pass


class Text(str):
    __match_args__ = ()


class Pair(tuple):
    __match_args__ = ("first",)
    first = property(lambda self: self[0])


def f(x):
    match x:
        case Number(n):
            return "number", n
        case Pair(a):
            return "pair", a
    return None


def text(x):
    match x:
        case Text(t):
            return t


def plain(x):
    match x:
        case Plain(p):
            return p


for _ in range(200):
    seen = [f(x) for x in (Number(3), Pair((4, 5)), 3, (4, 5))]
print(seen)  # expect: [('number', 3), ('pair', 4), None, None]
for g, x in ((text, Text("t")), (plain, Plain())):
    try:
        g(x)
    except TypeError as e:
        print(e)
# expect: Text() accepts 0 positional sub-patterns (1 given)
# expect: Plain() accepts 0 positional sub-patterns (1 given)
Number.__match_args__ = ("real",)
print(f(Number(7)))  # expect: ('number', 7)
Number.__match_args__ = ()
try:
    f(Number(7))
except TypeError as e:
    print(e)  # expect: Number() accepts 0 positional sub-patterns (1 given)
types = (bool, bytearray, bytes, dict, float, frozenset, int, list, set, str, tuple, Number, Text, complex, range, object, type, Plain)
print([t.__name__ for t in types if not t.__flags__ & 1 << 22])
# expect: ['complex', 'range', 'object', 'type', 'Plain']
