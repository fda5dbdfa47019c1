# unary operators reject other types
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(lambda: -"a")  # expect: TypeError: bad operand type for unary -: 'str'
attempt(lambda: +[])  # expect: TypeError: bad operand type for unary +: 'list'
attempt(lambda: ~1.5)  # expect: TypeError: bad operand type for unary ~: 'float'
attempt(lambda: ~None)  # expect: TypeError: bad operand type for unary ~: 'NoneType'
attempt(lambda: abs("x"))  # expect: TypeError: bad operand type for abs(): 'str'
