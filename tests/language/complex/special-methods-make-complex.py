# special methods make complex
class C:
    def __complex__(self):
        return 1 + 2j


class F:
    def __float__(self):
        return 2.5


print(complex(C()), complex(F()), complex(F(), 1))  # expect: (1+2j) (2.5+0j) (2.5+1j)
import cmath

print(cmath.sqrt(-1), cmath.phase(1j) == cmath.pi / 2, cmath.polar(1 + 0j), abs(cmath.exp(1j * cmath.pi) + 1) < 1e-12)
# expect: 1j True (1.0, 0.0) True
