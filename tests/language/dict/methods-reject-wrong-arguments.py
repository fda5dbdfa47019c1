# methods reject wrong arguments
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(lambda: {}.keys(1))  # expect: TypeError: dict.keys() takes no arguments (1 given)
attempt(lambda: {}.get(1, 2, 3))  # expect: TypeError: get expected at most 2 arguments, got 3
attempt(lambda: {}.update(1, 2))  # expect: TypeError: update expected at most 1 argument, got 2
attempt(lambda: dict.fromkeys())  # expect: TypeError: fromkeys expected at least 1 argument, got 0
attempt(lambda: dict.fromkeys(5))  # expect: TypeError: 'int' object is not iterable
attempt(lambda: {}.nope)  # expect: AttributeError: 'dict' object has no attribute 'nope'
attempt(hash, {})  # expect: TypeError: unhashable type: 'dict'
attempt(lambda: {**5})  # expect: TypeError: 'int' object is not a mapping
attempt(lambda: {}.popitem(1))  # expect: TypeError: dict.popitem() takes no arguments (1 given)
