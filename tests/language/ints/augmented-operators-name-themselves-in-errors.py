# augmented operators name themselves in errors
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


def add(a, b):
    a += b


def power(a, b):
    a **= b


def shift(a, b):
    a >>= b


def matmul(a, b):
    a @= b


attempt(add, 1, "x")  # expect: TypeError: unsupported operand type(s) for +=: 'int' and 'str'
attempt(power, 1, "x")  # expect: TypeError: unsupported operand type(s) for **=: 'int' and 'str'
attempt(shift, 1, "x")  # expect: TypeError: unsupported operand type(s) for >>=: 'int' and 'str'
attempt(matmul, 1, 2)  # expect: TypeError: unsupported operand type(s) for @=: 'int' and 'int'
