# operator hooks are looked up on the type
class A:
    pass


a = A()
a.__len__ = lambda: 5
a.__add__ = lambda o: "sum"
a.__iter__ = lambda: iter([1])
a.__bool__ = lambda: False
a.__eq__ = lambda o: "eq"
for f in (lambda: len(a), lambda: a + 1, lambda: list(a)):
    try:
        print(f())
    except TypeError as e:
        print(e)
# expect: object of type 'A' has no len()
# expect: unsupported operand type(s) for +: 'A' and 'int'
# expect: 'A' object is not iterable
print(bool(a), a == 1, a.__eq__(1))  # expect: True False eq
