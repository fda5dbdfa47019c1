# isinstance with changing hooks
class Meta(type):
    pass


class A(metaclass=Meta):
    pass


def check(x):
    return isinstance(x, A), isinstance(x, (int, A))


for _ in range(50):
    check(5)
print(check(5), check(A()))  # expect: (False, True) (True, True)
Meta.__instancecheck__ = lambda cls, o: True
print(check("x"), check(A()))  # expect: (True, True) (True, True)
del Meta.__instancecheck__
print(check("x"))  # expect: (False, False)


class Fake:
    __class__ = A


print(check(Fake()), type(Fake()).__name__)  # expect: (True, True) Fake
