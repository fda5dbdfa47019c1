# getattr on classes goes through the metaclass
class Meta(type):
    x = "meta"
    data = property(lambda cls: "meta property")

    def both(cls):
        return "meta method"


class A(metaclass=Meta):
    data = "class"

    def both(self):
        return "instance method"


print(A.x, A.data, A().both(), type(A).both(A))  # expect: meta meta property instance method meta method
try:
    A().x
except AttributeError as e:
    print(e)  # expect: 'A' object has no attribute 'x'
A.x = "own"
print(A.x, Meta.x)  # expect: own meta
