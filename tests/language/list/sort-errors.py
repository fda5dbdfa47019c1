# sort errors
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt([1, "a"].sort)  # expect: TypeError: '<' not supported between instances of 'str' and 'int'
attempt([None, None].sort)
# expect: TypeError: '<' not supported between instances of 'NoneType' and 'NoneType'
attempt(sorted, [1j, 2j])  # expect: TypeError: '<' not supported between instances of 'complex' and 'complex'
attempt(sorted, 5)  # expect: TypeError: 'int' object is not iterable
attempt(lambda: [1].sort(lambda x: x))  # expect: TypeError: sort() takes no positional arguments
attempt(lambda: sorted([1, 2], key=5))  # expect: TypeError: 'int' object is not callable
attempt(lambda: sorted([3, 0, 1], key=lambda x: 1 / x))  # expect: ZeroDivisionError: division by zero
attempt(lambda: [1].sort(reverse="x"))  # expect: None
attempt([1, 2].sort, 5)  # expect: TypeError: sort() takes no positional arguments
