# modular power and inverse
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


print(pow(3, 200, 13), pow(-3, 3, 7), pow(3, 3, -7))  # expect: 9 1 -1
print(pow(3, -1, 11), pow(2, -5, 1000003))  # expect: 4 656252
print(pow(10, 10**18, 97))  # expect: 35
attempt(pow, 2, -1, 4)  # expect: ValueError: base is not invertible for the given modulus
attempt(pow, 2.0, 1, 3)  # expect: TypeError: pow() 3rd argument not allowed unless all arguments are integers
attempt(pow, 2, 1, "3")  # expect: TypeError: unsupported operand type(s) for ** or pow(): 'int', 'int', 'str'
print(pow(5, 0, 1), pow(2, 3))  # expect: 0 8
