# errors name the operand types
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(lambda: 1.5 + "a")  # expect: TypeError: unsupported operand type(s) for +: 'float' and 'str'
attempt(lambda: "a" * 1.5)  # expect: TypeError: can't multiply sequence by non-int of type 'float'
attempt(lambda: [1] * 2.0)  # expect: TypeError: can't multiply sequence by non-int of type 'float'
attempt(lambda: 1.5 & 1)  # expect: TypeError: unsupported operand type(s) for &: 'float' and 'int'
attempt(lambda: 1.5 << 1)  # expect: TypeError: unsupported operand type(s) for <<: 'float' and 'int'
attempt(lambda: [1, 2][1.0])  # expect: TypeError: list indices must be integers or slices, not float
attempt(lambda: range(2.0))  # expect: TypeError: 'float' object cannot be interpreted as an integer
attempt(lambda: 1.5 < "x")  # expect: TypeError: '<' not supported between instances of 'float' and 'str'
