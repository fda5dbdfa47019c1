# abs divmod pow round
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


print(abs(-5), abs(-2.5), abs(3 + 4j), abs(True), divmod(7, 2), divmod(-7, 2.0), pow(2, 3), pow(2, -1), pow(2, 3, 5), round(2.567, 2))
# expect: 5 2.5 5.0 1 (3, 1) (-4.0, 1.0) 8 0.5 3 2.57


class A:
    def __abs__(self):
        return "abs"

    def __round__(self, n=None):
        return ("round", n)

    def __divmod__(self, o):
        return "dm"

    def __floor__(self):
        return "floor"


import math

print(abs(A()), round(A()), round(A(), 3), divmod(A(), 1), math.floor(A()))
# expect: abs ('round', None) ('round', 3) dm floor
attempt(abs)  # expect: TypeError: abs() takes exactly one argument (0 given)
attempt(abs, "x")  # expect: TypeError: bad operand type for abs(): 'str'
attempt(divmod, 1)  # expect: TypeError: divmod expected 2 arguments, got 1
attempt(divmod, "a", 1)  # expect: TypeError: unsupported operand type(s) for divmod(): 'str' and 'int'
attempt(pow, 2)  # expect: TypeError: pow() missing required argument 'exp' (pos 2)
attempt(pow, "a", 2)  # expect: TypeError: unsupported operand type(s) for ** or pow(): 'str' and 'int'
attempt(round)  # expect: TypeError: round() missing required argument 'number' (pos 1)
attempt(round, "x")  # expect: TypeError: type str doesn't define __round__ method
attempt(round, 1.5, 1, 2)  # expect: TypeError: round() takes at most 2 arguments (3 given)
