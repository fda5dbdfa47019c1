# metaclass conflicts are reported
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except BaseException as error:
        print(f"{type(error).__name__}: {error}")


class MA(type):
    pass


class MB(type):
    pass


class MC(MA, MB):
    pass


class A(metaclass=MA):
    pass


class B(metaclass=MB):
    pass


attempt(lambda: type("C", (A, B), {}))
# expect: TypeError: metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases
attempt(lambda: MC("C", (A, B), {}).__mro__[1].__name__)  # expect: 'A'
attempt(lambda: type(type("D", (A,), {})).__name__)  # expect: 'MA'
attempt(lambda: type("E", (int, str), {}))  # expect: TypeError: multiple bases have instance lay-out conflict
attempt(lambda: type("F", (A, A), {}))  # expect: TypeError: duplicate base class A
attempt(lambda: type("G", (object, A), {}))
# expect: TypeError: Cannot create a consistent method resolution order (MRO) for bases object, A
attempt(lambda: type("H", (bool,), {}))  # expect: TypeError: type 'bool' is not an acceptable base type
attempt(lambda: type("I", (5,), {}))
# expect: TypeError: metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases
attempt(lambda: type("J", (), {"__slots__": ["a"], "a": 1}))
# expect: ValueError: 'a' in __slots__ conflicts with class variable
attempt(lambda: type("K", (int,), {"__slots__": ["a"]}))
# expect: TypeError: nonempty __slots__ not supported for subtype of 'int'
attempt(lambda: type("L", (), {"__slots__": "not valid!"}))  # expect: TypeError: __slots__ must be identifiers
attempt(lambda: type("M", (), {"__slots__": ("__dict__", "__dict__")}))
# expect: TypeError: __dict__ slot disallowed: we already got one
attempt(lambda: type("", (), {}).__name__)  # expect: ''
attempt(lambda: type("a\0b", (), {}))  # expect: ValueError: type name must not contain null characters
attempt(lambda: type(1, (), {}))  # expect: TypeError: type.__new__() argument 1 must be str, not int
attempt(lambda: type("N", [], {}))  # expect: TypeError: type.__new__() argument 2 must be tuple, not list
attempt(lambda: type("O", (), []))  # expect: TypeError: type.__new__() argument 3 must be dict, not list
def function_metaclass(name, bases, namespace, **kw):
    return (name, bases, sorted(k for k in namespace if not k.startswith("__")), kw)


class Q(A, metaclass=function_metaclass, extra=1):
    x = 1


print(Q)  # expect: ('Q', (<class '__main__.A'>,), ['x'], {'extra': 1})
