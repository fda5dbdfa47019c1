# attributes of functions
def f(a, b: int = 1, *c, d=2, **e) -> str:
    "the doc"
    local = 1
    return local


print(f.__name__, f.__qualname__, f.__doc__, f.__module__, f.__defaults__, f.__kwdefaults__, f.__annotations__)
# expect: f f the doc __main__ (1,) {'d': 2} {'b': <class 'int'>, 'return': <class 'str'>}
print(f.__code__.co_name, f.__code__.co_argcount, f.__code__.co_kwonlyargcount, f.__code__.co_varnames, f.__code__.co_posonlyargcount)
# expect: f 2 1 ('a', 'b', 'd', 'c', 'e', 'local') 0
f.tag = "x"
print(f.tag, f.__dict__, f.__closure__, f.__globals__ is globals(), f.__type_params__)
# expect: x {'tag': 'x'} None True ()
f.__name__ = "g"
f.__doc__ = None
print(f.__name__, f.__doc__, callable(f))  # expect: g None True
del f.tag
try:
    f.tag
except AttributeError as e:
    print(e)  # expect: 'function' object has no attribute 'tag'
