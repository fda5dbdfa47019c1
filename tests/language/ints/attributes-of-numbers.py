# attributes of numbers
n = -7
print(n.real, n.imag, n.numerator, n.denominator, n.conjugate(), n.as_integer_ratio())
# expect: -7 0 -7 1 -7 (-7, 1)
print((5).__class__, n.__abs__(), n.__neg__(), n.is_integer())  # expect: <class 'int'> 7 7 True
print((3).__add__(4), (3).__add__("x"), (3).__rsub__(10), (10).__divmod__(3))
# expect: 7 NotImplemented 7 (3, 1)
