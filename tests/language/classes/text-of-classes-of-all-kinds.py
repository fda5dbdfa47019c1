# The text of classes: their module and qualified name, whatever their metaclass
import enum, typing, collections, decimal
class A:
    class B: pass
class M(type): pass
class C(metaclass=M): pass
def f():
    class L: pass
    return L
D = type("D", (), {"__module__": 5}); E = type("E", (), {"__module__": "builtins"}); F = type("é.日", (), {"__module__": "ü"})
for t in (int, A, A.B, M, C, f(), D, E, F, collections.OrderedDict, type, object, enum.Enum, decimal.Decimal, type(None), type(...), type(f), type(len), typing.Any, Exception, collections.abc.Mapping, BaseExceptionGroup, type.__repr__, type.__dict__["__repr__"]):
    print(repr(t), str(t), f"{t}", "%s" % t)
# expect: <class 'int'> <class 'int'> <class 'int'> <class 'int'>
# expect: <class '__main__.A'> <class '__main__.A'> <class '__main__.A'> <class '__main__.A'>
# expect: <class '__main__.A.B'> <class '__main__.A.B'> <class '__main__.A.B'> <class '__main__.A.B'>
# expect: <class '__main__.M'> <class '__main__.M'> <class '__main__.M'> <class '__main__.M'>
# expect: <class '__main__.C'> <class '__main__.C'> <class '__main__.C'> <class '__main__.C'>
# expect: <class '__main__.f.<locals>.L'> <class '__main__.f.<locals>.L'> <class '__main__.f.<locals>.L'> <class '__main__.f.<locals>.L'>
# expect: <class 'D'> <class 'D'> <class 'D'> <class 'D'>
# expect: <class 'E'> <class 'E'> <class 'E'> <class 'E'>
# expect: <class 'ü.é.日'> <class 'ü.é.日'> <class 'ü.é.日'> <class 'ü.é.日'>
# expect: <class 'collections.OrderedDict'> <class 'collections.OrderedDict'> <class 'collections.OrderedDict'> <class 'collections.OrderedDict'>
# expect: <class 'type'> <class 'type'> <class 'type'> <class 'type'>
# expect: <class 'object'> <class 'object'> <class 'object'> <class 'object'>
# expect: <enum 'Enum'> <enum 'Enum'> <enum 'Enum'> <enum 'Enum'>
# expect: <class 'decimal.Decimal'> <class 'decimal.Decimal'> <class 'decimal.Decimal'> <class 'decimal.Decimal'>
# expect: <class 'NoneType'> <class 'NoneType'> <class 'NoneType'> <class 'NoneType'>
# expect: <class 'ellipsis'> <class 'ellipsis'> <class 'ellipsis'> <class 'ellipsis'>
# expect: <class 'function'> <class 'function'> <class 'function'> <class 'function'>
# expect: <class 'builtin_function_or_method'> <class 'builtin_function_or_method'> <class 'builtin_function_or_method'> <class 'builtin_function_or_method'>
# expect: typing.Any typing.Any typing.Any typing.Any
# expect: <class 'Exception'> <class 'Exception'> <class 'Exception'> <class 'Exception'>
# expect: <class 'collections.abc.Mapping'> <class 'collections.abc.Mapping'> <class 'collections.abc.Mapping'> <class 'collections.abc.Mapping'>
# expect: <class 'BaseExceptionGroup'> <class 'BaseExceptionGroup'> <class 'BaseExceptionGroup'> <class 'BaseExceptionGroup'>
# expect: <slot wrapper '__repr__' of 'type' objects> <slot wrapper '__repr__' of 'type' objects> <slot wrapper '__repr__' of 'type' objects> <slot wrapper '__repr__' of 'type' objects>
# expect: <slot wrapper '__repr__' of 'type' objects> <slot wrapper '__repr__' of 'type' objects> <slot wrapper '__repr__' of 'type' objects> <slot wrapper '__repr__' of 'type' objects>
C.__qualname__ = "Q"; C.__module__ = "m"; print(C, type.__repr__(C), [C], {C: 1})
# expect: <class 'm.Q'> <class 'm.Q'> [<class 'm.Q'>] {<class 'm.Q'>: 1}
try: type.__repr__(5)
except TypeError as e: print(e)  # expect: descriptor '__repr__' requires a 'type' object but received a 'int'
