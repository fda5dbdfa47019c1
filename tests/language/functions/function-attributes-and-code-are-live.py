# function attributes and code are live
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except BaseException as error:
        print(f"{type(error).__name__}: {error}")


def f(a, b=2, /, c=3, *args, d, e=5, **kw):
    """Doc."""
    local = a
    return local


print(f.__name__, f.__qualname__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__module__, f.__dict__, f.__closure__)
# expect: f f Doc. (2, 3) {'e': 5} __main__ {} None
c = f.__code__
print(c.co_argcount, c.co_posonlyargcount, c.co_kwonlyargcount, c.co_nlocals, c.co_varnames, c.co_flags & 0xC, c.co_name, c.co_firstlineno)
# expect: 3 2 2 8 ('a', 'b', 'c', 'd', 'e', 'args', 'kw', 'local') 12 f 9
f.attr = 1
f.__name__ = "renamed"
f.__qualname__ = "Q.renamed"
f.__doc__ = None
print(repr(f)[:20], f.__dict__, f.__doc__)  # expect: <function Q.renamed  {'attr': 1} None
attempt(f)  # expect: TypeError: Q.renamed() missing 1 required positional argument: 'a'
f.__kwdefaults__ = {"d": 4}
print(f(1))  # raises: TypeError: Q.renamed() missing 1 required keyword-only argument: 'e'
f.__defaults__ = (1, 2, 3)
print(f())
attempt(setattr, f, "__defaults__", [1])
attempt(setattr, f, "__code__", 5)
attempt(setattr, f, "__name__", 5)
attempt(setattr, f, "__dict__", 5)
attempt(delattr, f, "__code__")
def outer():
    x = 1
    def inner():
        return x
    return inner
i = outer()
print(i.__closure__[0].cell_contents, i.__code__.co_freevars)
i.__closure__[0].cell_contents = 99
print(i())
attempt(setattr, i, "__code__", f.__code__)
attempt(setattr, i, "__closure__", None)
del i.__closure__[0].cell_contents
attempt(i)
print((lambda: 1).__name__, (lambda x: x).__qualname__, outer.__code__.co_consts[1:2] != ())
