# type[int] and other builtin classes that are generic; a __class_getitem__ may be made by a descriptor
import types
import weakref
import os

for t in (type, types.GeneratorType, types.CoroutineType, types.AsyncGeneratorType, weakref.ref, staticmethod, classmethod, os.DirEntry, property, slice, map, int):
    try:
        print(t[int])
    except TypeError as e:
        print(e)
# expect: type[int]
# expect: generator[int]
# expect: coroutine[int]
# expect: async_generator[int]
# expect: weakref.ReferenceType[int]
# expect: staticmethod[int]
# expect: classmethod[int]
# expect: posix.DirEntry[int]
# expect: type 'property' is not subscriptable
# expect: type 'slice' is not subscriptable
# expect: type 'map' is not subscriptable
# expect: type 'int' is not subscriptable


class M(type):
    pass


try:
    M[int]
except TypeError as e:
    print(e)  # expect: type 'M' is not subscriptable


class D:
    def __get__(self, obj, owner):
        return lambda key: (owner.__name__, key)


class C:
    __class_getitem__ = D()


print(C[1])  # expect: ('C', 1)
