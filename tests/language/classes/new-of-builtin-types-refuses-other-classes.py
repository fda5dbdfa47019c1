# the __new__ of a type that TypeScript makes wants a class of its own, as every __new__ does
import types

FUNCTIONS = [types.GenericAlias, types.MappingProxyType, types.FunctionType, types.TracebackType, ExceptionGroup]


def attempt(function, *args):
    try:
        print(function(*args))
    except TypeError as error:
        print(error)


for made in FUNCTIONS:
    for args in [(list, 1, 2), (dict, {}), (object,), (5, 6, 7), (int, (lambda: 0).__code__, {})]:
        attempt(made.__new__, *args)
    attempt(made.__new__)
# expect: types.GenericAlias.__new__(list): list is not a subtype of types.GenericAlias
# expect: types.GenericAlias.__new__(dict): dict is not a subtype of types.GenericAlias
# expect: types.GenericAlias.__new__(object): object is not a subtype of types.GenericAlias
# expect: types.GenericAlias.__new__(X): X is not a type object (int)
# expect: types.GenericAlias.__new__(int): int is not a subtype of types.GenericAlias
# expect: types.GenericAlias.__new__(): not enough arguments
# expect: mappingproxy.__new__(list): list is not a subtype of mappingproxy
# expect: mappingproxy.__new__(dict): dict is not a subtype of mappingproxy
# expect: mappingproxy.__new__(object): object is not a subtype of mappingproxy
# expect: mappingproxy.__new__(X): X is not a type object (int)
# expect: mappingproxy.__new__(int): int is not a subtype of mappingproxy
# expect: mappingproxy.__new__(): not enough arguments
# expect: function.__new__(list): list is not a subtype of function
# expect: function.__new__(dict): dict is not a subtype of function
# expect: function.__new__(object): object is not a subtype of function
# expect: function.__new__(X): X is not a type object (int)
# expect: function.__new__(int): int is not a subtype of function
# expect: function.__new__(): not enough arguments
# expect: traceback.__new__(list): list is not a subtype of traceback
# expect: traceback.__new__(dict): dict is not a subtype of traceback
# expect: traceback.__new__(object): object is not a subtype of traceback
# expect: traceback.__new__(X): X is not a type object (int)
# expect: traceback.__new__(int): int is not a subtype of traceback
# expect: traceback.__new__(): not enough arguments
# expect: BaseExceptionGroup.__new__(list): list is not a subtype of BaseExceptionGroup
# expect: BaseExceptionGroup.__new__(dict): dict is not a subtype of BaseExceptionGroup
# expect: BaseExceptionGroup.__new__(object): object is not a subtype of BaseExceptionGroup
# expect: BaseExceptionGroup.__new__(X): X is not a type object (int)
# expect: BaseExceptionGroup.__new__(int): int is not a subtype of BaseExceptionGroup
# expect: BaseExceptionGroup.__new__(): not enough arguments
attempt(types.GenericAlias.__new__, types.GenericAlias, list, (int,))  # expect: list[int]


class Alias(types.GenericAlias):
    pass


print(type(types.GenericAlias.__new__(Alias, list, (int,))).__name__)  # expect: Alias
print(types.MappingProxyType.__new__(types.MappingProxyType, {"a": 1}))  # expect: {'a': 1}
