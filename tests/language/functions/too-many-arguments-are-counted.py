# too many arguments are counted
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


def none(): pass
def one(a): pass
def dflt(a, b=1): pass
def kw(a, *, k): pass
def kwd(a, b=2, *, k=1): pass


attempt(none, 1)  # expect: TypeError: none() takes 0 positional arguments but 1 was given
attempt(none, 1, 2)  # expect: TypeError: none() takes 0 positional arguments but 2 were given
attempt(one, 1, 2)  # expect: TypeError: one() takes 1 positional argument but 2 were given
attempt(dflt, 1, 2, 3)  # expect: TypeError: dflt() takes from 1 to 2 positional arguments but 3 were given
attempt(lambda: kw(1, 2, k=3))
# expect: TypeError: kw() takes 1 positional argument but 2 positional arguments (and 1 keyword-only argument) were given
attempt(lambda: kw(1, 2))  # expect: TypeError: kw() takes 1 positional argument but 2 were given
attempt(lambda: kwd(1, 2, 3, k=1))
# expect: TypeError: kwd() takes from 1 to 2 positional arguments but 3 positional arguments (and 1 keyword-only argument) were given
attempt(lambda: kwd(1, 2, 3))
# expect: TypeError: kwd() takes from 1 to 2 positional arguments but 3 were given
attempt(lambda: (lambda x: x)(1, 2))
# expect: TypeError: <lambda>.<locals>.<lambda>() takes 1 positional argument but 2 were given
