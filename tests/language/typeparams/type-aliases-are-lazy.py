# type aliases are lazy
type IntList = list[int]
type Tree[T] = T | list[Tree[T]]
type Broken = undefined_name
print(IntList, IntList.__value__, IntList.__name__, type(IntList).__name__, Tree.__type_params__, Tree[int])
# expect: IntList list[int] IntList TypeAliasType (T,) Tree[int]
try:
    Broken.__value__
except NameError as e:
    print(e)  # expect: name 'undefined_name' is not defined
undefined_name = 5
print(Broken.__value__)  # expect: 5
try:
    isinstance([], IntList)
except TypeError as e:
    print(e)  # expect: isinstance() arg 2 must be a type, a tuple of types, or a union
