# hash and equality with reals
print(hash(3 + 0j) == hash(3), {3 + 0j: "x"}[3], 1j in [1j], bool(0j), bool(1j), 1j == 1)
# expect: True x True False True False
print(complex(1, 2) == complex(1.0, 2.0), isinstance(1j, complex), complex(True, 2.5))
# expect: True True (1+2.5j)
