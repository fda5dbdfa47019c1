# subclasses lists living children only
import gc


class Base:
    pass


class A(Base):
    pass


class B(Base):
    pass


print([c.__name__ for c in Base.__subclasses__()])  # expect: ['A', 'B']
del A
gc.collect()
print([c.__name__ for c in Base.__subclasses__()])  # expect: ['B']
B.__bases__ = (type("Other", (), {}),)
print(Base.__subclasses__(), [c.__name__ for c in B.__mro__])  # expect: [] ['B', 'Other', 'object']
for i in range(50):
    type(f"Temp{i}", (Base,), {})
gc.collect()
print(Base.__subclasses__())  # expect: []
class Meta(type):
    pass
class WithMeta(metaclass=Meta):
    pass
print(type.__subclasses__(Meta), Meta.__subclasses__(Meta), Exception.__subclasses__()[0].__name__ != "")
# expect: [] [] True
