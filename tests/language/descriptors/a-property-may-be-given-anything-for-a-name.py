# a property may be given anything for a name
class Odd(property):
    def __new__(cls, *args, **kwargs):
        return "no property"


class A:
    pass


p = property.__new__(Odd)
p.__set_name__(A, 1)
print(p.getter(lambda self: 1))  # expect: no property
q = property(lambda self: 1)
q.__set_name__(A, 5)
q.__set_name__(A, "named")
try:
    q.__set__(A(), 1)
except AttributeError as error:
    print(error)  # expect: property 'named' of 'A' object has no setter
