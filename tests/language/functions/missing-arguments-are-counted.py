# missing arguments are counted
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


def one(a): pass
def two(a, b): pass
def three(a, b, c): pass
def kw(*, x, y): pass
def kw1(a, *, x): pass
def kw3(*, x, y, z): pass


attempt(one)  # expect: TypeError: one() missing 1 required positional argument: 'a'
attempt(two)  # expect: TypeError: two() missing 2 required positional arguments: 'a' and 'b'
attempt(two, 1)  # expect: TypeError: two() missing 1 required positional argument: 'b'
attempt(three)  # expect: TypeError: three() missing 3 required positional arguments: 'a', 'b', and 'c'
attempt(three, 1)  # expect: TypeError: three() missing 2 required positional arguments: 'b' and 'c'
attempt(kw)  # expect: TypeError: kw() missing 2 required keyword-only arguments: 'x' and 'y'
attempt(lambda: kw(x=1))  # expect: TypeError: kw() missing 1 required keyword-only argument: 'y'
attempt(kw1, 1)  # expect: TypeError: kw1() missing 1 required keyword-only argument: 'x'
attempt(kw1)  # expect: TypeError: kw1() missing 1 required positional argument: 'a'
attempt(kw3)  # expect: TypeError: kw3() missing 3 required keyword-only arguments: 'x', 'y', and 'z'
attempt(lambda: three(b=2))  # expect: TypeError: three() missing 2 required positional arguments: 'a' and 'c'
