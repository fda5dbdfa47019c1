# literals and text
print(1j, 2 + 3j, 2 - 3j, -1j, 0j, 1.5j, 1e10j, complex(1, -0.0), complex(-0.0, 1))
# expect: 1j (2+3j) (2-3j) (-0-1j) 0j 1.5j 10000000000j (1-0j) (-0+1j)
print(repr(complex("1+2j")), complex("j"), complex("-1.5e3-2j"), complex(" (3+4j) "), complex("nan+infj"), complex())
# expect: (1+2j) 1j (-1500-2j) (3+4j) (nan+infj) 0j
