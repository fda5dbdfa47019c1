# errors
# python: 3.14
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(lambda: 1j < 2j)  # expect: TypeError: '<' not supported between instances of 'complex' and 'complex'
attempt(lambda: 1j // 2)  # expect: TypeError: unsupported operand type(s) for //: 'complex' and 'int'
attempt(lambda: 1j % 2)  # expect: TypeError: unsupported operand type(s) for %: 'complex' and 'int'
attempt(lambda: 1j / 0)  # expect: ZeroDivisionError: division by zero
attempt(lambda: int(1j))
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'complex'
attempt(lambda: float(1j))
# expect: TypeError: float() argument must be a string or a real number, not 'complex'
attempt(lambda: 0j ** -1)  # expect: ZeroDivisionError: zero to a negative or complex power
attempt(complex, "1+")  # expect: ValueError: complex() arg is a malformed string
attempt(complex, "1 + 2j")  # expect: ValueError: complex() arg is a malformed string
attempt(complex, None)  # expect: TypeError: complex() argument must be a string or a number, not NoneType
attempt(complex, "1", 2)  # expect: TypeError: complex() argument 'real' must be a real number, not str
attempt(lambda: round(1j))  # expect: TypeError: type complex doesn't define __round__ method
