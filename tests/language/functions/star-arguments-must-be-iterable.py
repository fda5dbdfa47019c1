# star arguments must be iterable
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


def f(*a, **k):
    return a, k


attempt(lambda: f(*5))  # expect: TypeError: __main__.f() argument after * must be an iterable, not int
attempt(lambda: f(1, *5))  # expect: TypeError: Value after * must be an iterable, not int
attempt(lambda: f(**5))  # expect: TypeError: __main__.f() argument after ** must be a mapping, not int
attempt(lambda: f(**[1]))  # expect: TypeError: __main__.f() argument after ** must be a mapping, not list
attempt(lambda: f(*None, **{}))
# expect: TypeError: __main__.f() argument after * must be an iterable, not NoneType
attempt(lambda: print(*5))  # expect: TypeError: print() argument after * must be an iterable, not int
attempt(lambda: f(*"ab", *[1], **{"x": 1}, **{"y": 2}))  # expect: (('a', 'b', 1), {'x': 1, 'y': 2})
