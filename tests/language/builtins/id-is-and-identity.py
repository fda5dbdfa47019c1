# id is and identity
a = []
b = []
print(a is a, a is b, id(a) == id(a), id(a) != id(b), None is None, a is not b, type(id(a)).__name__, () is (), Ellipsis is ..., NotImplemented is NotImplemented)
# expect: True False True True True True int True True True
