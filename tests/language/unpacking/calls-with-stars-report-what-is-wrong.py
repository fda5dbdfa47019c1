# calls with stars report what is wrong
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except BaseException as error:
        print(f"{type(error).__name__}: {error}")


def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, kw


attempt(lambda: f(*[1, 2, 3], c=1, **{"x": 5}))  # expect: (1, 2, (3,), 1, 4, {'x': 5})
attempt(lambda: f(1, **{"c": 2}, **{"d": 3, "e": 4}))  # expect: (1, 2, (), 2, 3, {'e': 4})
attempt(lambda: f(1, **{"c": 2}, **{"c": 3}))
# expect: TypeError: __main__.f() got multiple values for keyword argument 'c'
attempt(lambda: f(*5, c=1))  # expect: TypeError: __main__.f() argument after * must be an iterable, not int
attempt(lambda: f(1, **5))  # expect: TypeError: __main__.f() argument after ** must be a mapping, not int
attempt(lambda: f(1, **{1: 2}))  # expect: TypeError: keywords must be strings
attempt(lambda: f())  # expect: TypeError: f() missing 1 required positional argument: 'a'
attempt(lambda: f(1))  # expect: TypeError: f() missing 1 required keyword-only argument: 'c'
attempt(lambda: f(1, a=2, c=3))  # expect: TypeError: f() got multiple values for argument 'a'
attempt(lambda: f(c=1))  # expect: TypeError: f() missing 1 required positional argument: 'a'
attempt(lambda: f(*"ab", *"cd", c=0))  # expect: ('a', 'b', ('c', 'd'), 0, 4, {})
attempt(lambda: (lambda x, /, y: 0)(x=1, y=2))
# expect: TypeError: <lambda>.<locals>.<lambda>() got some positional-only arguments passed as keyword arguments: 'x'
attempt(lambda: (lambda: 0)(1))
# expect: TypeError: <lambda>.<locals>.<lambda>() takes 0 positional arguments but 1 was given
attempt(lambda: (lambda a, b: 0)(1, 2, 3, d=4))
# expect: TypeError: <lambda>.<locals>.<lambda>() got an unexpected keyword argument 'd'
attempt(lambda: (lambda *, a, b, c: 0)())
# expect: TypeError: <lambda>.<locals>.<lambda>() missing 3 required keyword-only arguments: 'a', 'b', and 'c'
attempt(lambda: (lambda a, b, c, d: 0)(1))
# expect: TypeError: <lambda>.<locals>.<lambda>() missing 3 required positional arguments: 'b', 'c', and 'd'
attempt(lambda: len(*[[1, 2]], **{}))  # expect: 2
attempt(lambda: int(**{"base": 5}))  # expect: TypeError: int() missing string argument
attempt(lambda: dict(**{"a": 1}, b=2))  # expect: {'a': 1, 'b': 2}
class Mapping:
    def keys(self):
        return ["c", "z"]
    def __getitem__(self, key):
        return key * 2
attempt(lambda: f(0, **Mapping()))  # expect: (0, 2, (), 'cc', 4, {'z': 'zz'})
attempt(lambda: {**Mapping(), "a": 1})  # expect: {'c': 'cc', 'z': 'zz', 'a': 1}
attempt(lambda: [*Mapping().keys(), *()])  # expect: ['c', 'z']
attempt(lambda: {*[1, 2], *"ab"} == {1, 2, "a", "b"})  # expect: True
attempt(lambda: f(**{"a": 1, "c": 2, "self": 3}))  # expect: (1, 2, (), 2, 4, {'self': 3})
