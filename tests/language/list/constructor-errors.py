# constructor errors
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(list, 5)  # expect: TypeError: 'int' object is not iterable
attempt(list, None)  # expect: TypeError: 'NoneType' object is not iterable
attempt(lambda: list(1, 2))  # expect: TypeError: list expected at most 1 argument, got 2
attempt(lambda: list(x=1))  # expect: TypeError: list() takes no keyword arguments
attempt([].append)  # expect: TypeError: list.append() takes exactly one argument (0 given)
attempt([].append, 1, 2)  # expect: TypeError: list.append() takes exactly one argument (2 given)
attempt([].extend, 5)  # expect: TypeError: 'int' object is not iterable
attempt([].insert, 1)  # expect: TypeError: insert expected 2 arguments, got 1
attempt(lambda: [].nope)  # expect: AttributeError: 'list' object has no attribute 'nope'
attempt(lambda: [].append(x=1))  # expect: TypeError: list.append() takes no keyword arguments
