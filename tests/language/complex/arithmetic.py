# arithmetic
a, b = 3 + 4j, 1 - 2j
print(a + b, a - b, a * b, a / b, a**2, a**-1, abs(a), -a, +a)
# expect: (4+2j) (2+6j) (11-2j) (-1+2j) (-7+24j) (0.12-0.16j) 5.0 (-3-4j) (3+4j)
print(a + 1, 2 * a, a - 0.5, 1 / a, 10 - a, a == 3 + 4j, a != b, a == 5, 5 + 0j == 5)
# expect: (4+4j) (6+8j) (2.5+4j) (0.12-0.16j) (7-4j) True True False True
print(a.real, a.imag, a.conjugate(), a**0, 0j**0, (1j) ** 2, 2**1j)
# expect: 3.0 4.0 (3-4j) (1+0j) (1+0j) (-1+0j) (0.7692389013639721+0.6389612763136348j)
