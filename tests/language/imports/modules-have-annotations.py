import sys
import types
import typing

here = sys.modules[__name__]
print(here.__annotations__, typing.get_type_hints(here))  # expect: {} {}
x: int = 5
n = types.ModuleType("n")
print(n.__annotations__, "__annotations__" in n.__dict__, n.__annotate__)  # expect: {} True None
n.__annotate__ = lambda form: {"a": form}
print(n.__annotations__)  # expect: {'a': 1}
del n.__annotations__
try:
    del n.__annotations__
except AttributeError as e:
    print(e)  # expect: __annotations__
for value in (5, lambda form: 7):
    try:
        n.__annotate__ = value
        n.__annotations__
    except TypeError as e:
        print(e)
# expect: __annotate__ must be callable or None
# expect: __annotate__ returned non-dict of type 'int'
n.__annotations__ = {"b": 1}
print(n.__annotations__, n.__annotate__)  # expect: {'b': 1} None
try:
    del n.__annotate__
except TypeError as e:
    print(e)  # expect: cannot delete __annotate__ attribute
