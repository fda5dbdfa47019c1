# ordering against other types is a type error
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(lambda: 1 < "a")  # expect: TypeError: '<' not supported between instances of 'int' and 'str'
attempt(lambda: 1 >= None)  # expect: TypeError: '>=' not supported between instances of 'int' and 'NoneType'
attempt(lambda: 1 < 1j)  # expect: TypeError: '<' not supported between instances of 'int' and 'complex'
attempt(lambda: [] > 3)  # expect: TypeError: '>' not supported between instances of 'list' and 'int'
