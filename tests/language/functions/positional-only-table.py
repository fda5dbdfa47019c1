# positional only table
def p(a, b=2, /): return a, b
def q(a, /, b, *, c): return a, b, c
def r(a, /, **k): return a, k
def s(*, a, b=1): return a, b
def t(a=1, /, b=2, *c, d=3): return a, b, c, d


for c in ["p(1)", "p(1, 3)", "p(a=1)", "p(1, b=2)", "p()", "p(1, 2, 3)", "q(1, 2, c=3)", "q(1, b=2, c=3)", "q(a=1, b=2, c=3)", "q(1, 2, 3)", "q(1, c=3)", "r(1, a=2)", "r(a=2)", "s(a=1)", "s(1)", "s(b=2)", "s(1, a=2)", "t()", "t(9)", "t(9, 8, 7, d=6)", "t(a=5)", "t(b=5)", "t(1, b=5)", "t(1, 2, b=5)", "s(a=1, c=2)", "s(a=1, b=2, **{'a': 3})"]:
    try:
        print(c, "->", eval(c))
    except TypeError as e:
        print(c, "!!", e)
# expect: p(1) -> (1, 2)
# expect: p(1, 3) -> (1, 3)
# expect: p(a=1) !! p() got some positional-only arguments passed as keyword arguments: 'a'
# expect: p(1, b=2) !! p() got some positional-only arguments passed as keyword arguments: 'b'
# expect: p() !! p() missing 1 required positional argument: 'a'
# expect: p(1, 2, 3) !! p() takes from 1 to 2 positional arguments but 3 were given
# expect: q(1, 2, c=3) -> (1, 2, 3)
# expect: q(1, b=2, c=3) -> (1, 2, 3)
# expect: q(a=1, b=2, c=3) !! q() got some positional-only arguments passed as keyword arguments: 'a'
# expect: q(1, 2, 3) !! q() takes 2 positional arguments but 3 were given
# expect: q(1, c=3) !! q() missing 1 required positional argument: 'b'
# expect: r(1, a=2) -> (1, {'a': 2})
# expect: r(a=2) !! r() missing 1 required positional argument: 'a'
# expect: s(a=1) -> (1, 1)
# expect: s(1) !! s() takes 0 positional arguments but 1 was given
# expect: s(b=2) !! s() missing 1 required keyword-only argument: 'a'
# expect: s(1, a=2) !! s() takes 0 positional arguments but 1 positional argument (and 1 keyword-only argument) were given
# expect: t() -> (1, 2, (), 3)
# expect: t(9) -> (9, 2, (), 3)
# expect: t(9, 8, 7, d=6) -> (9, 8, (7,), 6)
# expect: t(a=5) !! t() got some positional-only arguments passed as keyword arguments: 'a'
# expect: t(b=5) -> (1, 5, (), 3)
# expect: t(1, b=5) -> (1, 5, (), 3)
# expect: t(1, 2, b=5) !! t() got multiple values for argument 'b'
# expect: s(a=1, c=2) !! s() got an unexpected keyword argument 'c'
# expect: s(a=1, b=2, **{'a': 3}) !! __main__.s() got multiple values for keyword argument 'a'
