# input and repr of types
print(int, str, type(None), type(len), type(...), [int, float], Exception, ValueError, object, type(iter([])), type({}.keys()))
# expect: <class 'int'> <class 'str'> <class 'NoneType'> <class 'builtin_function_or_method'> <class 'ellipsis'> [<class 'int'>, <class 'float'>] <class 'Exception'> <class 'ValueError'> <class 'object'> <class 'list_iterator'> <class 'dict_keys'>
print(repr(len), repr(print), repr(None), repr(...), repr(NotImplemented), repr(slice(1, None)), repr(range(2)), repr(staticmethod))
# expect: <built-in function len> <built-in function print> None Ellipsis NotImplemented slice(1, None, None) range(0, 2) <class 'staticmethod'>
