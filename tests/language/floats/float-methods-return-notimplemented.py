# float methods return notimplemented
print((1.5).__add__("x"), (1.5).__add__(2), (1.5).__radd__(1), (1.5).__eq__("x"), (1.5).__lt__(2), (2.5).__divmod__(1))
# expect: NotImplemented 3.5 2.5 NotImplemented True (2.0, 0.5)
