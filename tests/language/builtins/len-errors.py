# len errors
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


print(len("abc"), len([]), len({1: 2}), len(range(10)), len(b"ab"), len({1}))  # expect: 3 0 1 10 2 1
attempt(len, 5)  # expect: TypeError: object of type 'int' has no len()
attempt(len)  # expect: TypeError: len() takes exactly one argument (0 given)
attempt(len, [], [])  # expect: TypeError: len() takes exactly one argument (2 given)
attempt(len, (x for x in []))  # expect: TypeError: object of type 'generator' has no len()
attempt(len, None)  # expect: TypeError: object of type 'NoneType' has no len()
attempt(len, int)  # expect: TypeError: object of type 'type' has no len()
