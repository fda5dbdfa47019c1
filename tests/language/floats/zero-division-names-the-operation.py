# zero division names the operation
# python: 3.14
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(lambda: 1.0 / 0)  # expect: ZeroDivisionError: division by zero
attempt(lambda: 1.0 // 0.0)  # expect: ZeroDivisionError: division by zero
attempt(lambda: 1.0 % 0)  # expect: ZeroDivisionError: division by zero
attempt(lambda: divmod(1.0, 0.0))  # expect: ZeroDivisionError: division by zero
attempt(lambda: 0.0 ** -1)  # expect: ZeroDivisionError: zero to a negative power
