# a generic alias has the attributes of its origin
a = list[int]
for name in ('append', '__name__', '__qualname__', '__module__', '__len__', '__mro__', '__bases__', 'foo', '__class__', '__slots__', '__origin__', '__args__', '__parameters__', '__unpacked__', '__value__'):
    try:
        print(name, getattr(a, name))
    except AttributeError as e:
        print(name, e)
# expect: append <method 'append' of 'list' objects>
# expect: __name__ list
# expect: __qualname__ list
# expect: __module__ builtins
# expect: __len__ <slot wrapper '__len__' of 'list' objects>
# expect: __mro__ (<class 'list'>, <class 'object'>)
# expect: __bases__ 'types.GenericAlias' object has no attribute '__bases__'
# expect: foo type object 'list' has no attribute 'foo'
# expect: __class__ <class 'types.GenericAlias'>
# expect: __slots__ type object 'list' has no attribute '__slots__'
# expect: __origin__ <class 'list'>
# expect: __args__ (<class 'int'>,)
# expect: __parameters__ ()
# expect: __unpacked__ False
# expect: __value__ type object 'list' has no attribute '__value__'


class C:
    kind = 'c'
    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)

    @classmethod
    def make(cls):
        return cls.__name__, cls.kind


for _ in range(20):
    alias = C[int]
    name = alias.kind, alias.make()
print(name, C[int]().kind, alias.__doc__)  # expect: ('c', ('C', 'c')) c None
alias.kind = 'd'
# raises: AttributeError: 'types.GenericAlias' object has no attribute 'kind' and no __dict__ for setting new attributes
print(C.kind, alias.kind)
type X[T] = list[T] | None
print(X[int].__value__, X[int].__name__, X[int].__args__)
