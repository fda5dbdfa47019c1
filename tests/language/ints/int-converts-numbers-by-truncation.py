# int converts numbers by truncation
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


print(int(3.99), int(-3.99), int(1e20), int(True), int())  # expect: 3 -3 100000000000000000000 1 0
attempt(int, float("nan"))  # expect: ValueError: cannot convert float NaN to integer
attempt(int, float("inf"))  # expect: OverflowError: cannot convert float infinity to integer
attempt(int, None)
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'NoneType'
attempt(int, [1])
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'list'
attempt(int, 1j)
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'complex'
