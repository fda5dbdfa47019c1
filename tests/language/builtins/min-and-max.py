# min and max
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


print(min(3, 1, 2), max([3, 1, 2]), min("banana"), max("a", "b", key=ord), min([], default="d"), max([1, -5], key=abs), min((1, "b"), (1, "a")), max(1, 1.0), max(1.0, 1), min([[2], [1, 9]]))
# expect: 1 3 a b d -5 (1, 'a') 1 1.0 [1, 9]
attempt(min)  # expect: TypeError: min expected at least 1 argument, got 0
attempt(max, [])  # expect: ValueError: max() iterable argument is empty
attempt(min, 5)  # expect: TypeError: 'int' object is not iterable
attempt(max, 1, "a")  # expect: TypeError: '>' not supported between instances of 'str' and 'int'
attempt(lambda: max(1, 2, default=3))
# expect: TypeError: Cannot specify a default for max() with multiple positional arguments
attempt(lambda: min([1], wrong=2))  # expect: TypeError: min() got an unexpected keyword argument 'wrong'
attempt(lambda: max([1, 2], key=5))  # expect: TypeError: 'int' object is not callable
print(max([3, 1, 3.0, 2], key=lambda x: x), min([True, 1, 0, False]))  # expect: 3 0
