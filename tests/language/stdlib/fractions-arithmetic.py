# fractions arithmetic
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


from fractions import Fraction as F

print(F(1, 2) + F(1, 3), F(3, 6), F("0.75"), F(0.5), F(1, 3) * 3, F(7, 2) // 1, F(-7, 2) % 2, F(2, 3) ** 2, F(2, 3) ** -2, F(1, 2) == 0.5, F(1, 3) < 0.34, float(F(1, 3)), int(F(7, 2)), round(F(5, 2)), F(3, 1), repr(F(1, 2)), hash(F(2)) == hash(2), F("1/3").limit_denominator(2), abs(F(-1, 2)))
# expect: 5/6 1/2 3/4 1/2 1 3 1/2 4/9 9/4 True True 0.3333333333333333 3 2 3 Fraction(1, 2) True 1/2 1/2
attempt(F, 1, 0)  # expect: ZeroDivisionError: Fraction(1, 0)
attempt(F, "x")  # expect: ValueError: Invalid literal for Fraction: 'x'
attempt(lambda: F(1, 2) / 0)  # expect: ZeroDivisionError: Fraction(1, 0)
print(sum(F(1, n) for n in range(1, 20)), f"{F(22, 7):.5f}")  # expect: 275295799/77597520 3.14286
