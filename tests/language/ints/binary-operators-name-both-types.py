# binary operators name both types
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(lambda: 1 + "a")  # expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
attempt(lambda: "a" + 1)  # expect: TypeError: can only concatenate str (not "int") to str
attempt(lambda: 1 - [])  # expect: TypeError: unsupported operand type(s) for -: 'int' and 'list'
attempt(lambda: {} * 2)  # expect: TypeError: unsupported operand type(s) for *: 'dict' and 'int'
attempt(lambda: 1 @ 2)  # expect: TypeError: unsupported operand type(s) for @: 'int' and 'int'
attempt(lambda: 1 & 2.0)  # expect: TypeError: unsupported operand type(s) for &: 'int' and 'float'
attempt(lambda: None + 1)  # expect: TypeError: unsupported operand type(s) for +: 'NoneType' and 'int'
attempt(lambda: 2 ** "x")  # expect: TypeError: unsupported operand type(s) for ** or pow(): 'int' and 'str'
attempt(lambda: 1 << 1.0)  # expect: TypeError: unsupported operand type(s) for <<: 'int' and 'float'
attempt(lambda: divmod(1, "x"))  # expect: TypeError: unsupported operand type(s) for divmod(): 'int' and 'str'
