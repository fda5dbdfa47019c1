# filter and map
# python: 3.14
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


print(list(filter(None, [0, 1, "", "a", None])), list(filter(lambda x: x % 2, range(6))), list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(map(max, "az", "by")), list(map(None.__class__, [])))
# expect: [1, 'a'] [1, 3, 5] ['1', '2'] [11, 22] ['b', 'z'] []
attempt(map, str)  # expect: TypeError: map() must have at least two arguments.
attempt(filter, None)  # expect: TypeError: filter expected 2 arguments, got 1
attempt(map, str, 5)  # expect: TypeError: 'int' object is not iterable
attempt(lambda: list(map(5, [1])))  # expect: TypeError: 'int' object is not callable
attempt(lambda: list(filter(5, [1])))  # expect: TypeError: 'int' object is not callable
attempt(lambda: list(map(lambda x: x, [1], [2])))
# expect: TypeError: <lambda>.<locals>.<lambda>() takes 1 positional argument but 2 were given
m = map(lambda x: 10 // x, [5, 0, 2])
print(next(m))  # expect: 2
attempt(next, m)  # expect: ZeroDivisionError: division by zero
print(next(m))  # expect: 5
