# __dict__ of classes, whatever the bases of their metaclass bring along
class Mixin:
    pass
class Meta(Mixin, type):
    pass
class A(metaclass=Meta):
    x = 1
print(type(A.__dict__).__name__, A.__dict__["x"], vars(A) == A.__dict__)  # expect: mappingproxy 1 True
print(type(Meta.__dict__).__name__, "x" in Meta.__dict__)  # expect: mappingproxy False
