# argument binding table
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


def f(a, b=2, *c, d, e=5, **g):
    return a, b, c, d, e, g


cases = ["f(1, d=4)", "f(1, 2, 3, d=4)", "f(a=1, d=4)", "f(d=4, a=1, b=0, z=9)", "f(*(1, 2, 3, 4), d=0)", "f(1, *(), d=4, **{})", "f(**{'a': 1, 'd': 2, 'q': 3})", "f()", "f(1)", "f(d=1)", "f(1, a=1, d=1)", "f(1, b=1, *(2,), d=1)", "f(1, 2, b=3, d=4)", "f(1, d=4, e=6, f=7)", "f(*[1], *[2], d=1)", "f(*'abc', d=1)", "f(1, **{'d': 4}, **{'x': 1})", "f(1, d=1, **{'d': 2})", "f(x=1, d=1)", "f(1, 2, 3, 4, 5, 6, 7, 8, d=9)"]
for c in cases:
    try:
        print(c, "->", eval(c))
    except TypeError as e:
        print(c, "!!", e)
# expect: f(1, d=4) -> (1, 2, (), 4, 5, {})
# expect: f(1, 2, 3, d=4) -> (1, 2, (3,), 4, 5, {})
# expect: f(a=1, d=4) -> (1, 2, (), 4, 5, {})
# expect: f(d=4, a=1, b=0, z=9) -> (1, 0, (), 4, 5, {'z': 9})
# expect: f(*(1, 2, 3, 4), d=0) -> (1, 2, (3, 4), 0, 5, {})
# expect: f(1, *(), d=4, **{}) -> (1, 2, (), 4, 5, {})
# expect: f(**{'a': 1, 'd': 2, 'q': 3}) -> (1, 2, (), 2, 5, {'q': 3})
# expect: f() !! f() missing 1 required positional argument: 'a'
# expect: f(1) !! f() missing 1 required keyword-only argument: 'd'
# expect: f(d=1) !! f() missing 1 required positional argument: 'a'
# expect: f(1, a=1, d=1) !! f() got multiple values for argument 'a'
# expect: f(1, b=1, *(2,), d=1) !! f() got multiple values for argument 'b'
# expect: f(1, 2, b=3, d=4) !! f() got multiple values for argument 'b'
# expect: f(1, d=4, e=6, f=7) -> (1, 2, (), 4, 6, {'f': 7})
# expect: f(*[1], *[2], d=1) -> (1, 2, (), 1, 5, {})
# expect: f(*'abc', d=1) -> ('a', 'b', ('c',), 1, 5, {})
# expect: f(1, **{'d': 4}, **{'x': 1}) -> (1, 2, (), 4, 5, {'x': 1})
# expect: f(1, d=1, **{'d': 2}) !! __main__.f() got multiple values for keyword argument 'd'
# expect: f(x=1, d=1) !! f() missing 1 required positional argument: 'a'
# expect: f(1, 2, 3, 4, 5, 6, 7, 8, d=9) -> (1, 2, (3, 4, 5, 6, 7, 8), 9, 5, {})
