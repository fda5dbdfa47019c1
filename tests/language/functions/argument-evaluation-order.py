# argument evaluation order
def p(x):
    print(x, end=" ")
    return x


def f(*a, **k):
    print("->", a, k)


f(p(1), *p([2, 3]), p(4), k=p(5), **p({"m": 6}), n=p(7))
# expect: 1 [2, 3] 4 5 {'m': 6} 7 -> (1, 2, 3, 4) {'k': 5, 'm': 6, 'n': 7}
[f][p(0)](p("a"), b=p("b"))  # expect: 0 a b -> ('a',) {'b': 'b'}
