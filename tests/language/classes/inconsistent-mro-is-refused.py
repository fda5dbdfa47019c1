# inconsistent mro is refused
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


class A: pass
class B(A): pass


attempt(lambda: type("X", (A, B), {}))
# expect: TypeError: Cannot create a consistent method resolution order (MRO) for bases A, B
attempt(lambda: type("X", (A, A), {}))  # expect: TypeError: duplicate base class A
attempt(lambda: type("X", (int, str), {}))  # expect: TypeError: multiple bases have instance lay-out conflict
attempt(lambda: type("X", (5,), {}))
# expect: TypeError: metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases
attempt(lambda: type("X", (bool,), {}))  # expect: TypeError: type 'bool' is not an acceptable base type
attempt(lambda: type("X", (type(None),), {}))
# expect: TypeError: type 'NoneType' is not an acceptable base type
attempt(lambda: type("X", (range,), {}))  # expect: TypeError: type 'range' is not an acceptable base type
attempt(lambda: type("X", (type(lambda: 0),), {}))
# expect: TypeError: type 'function' is not an acceptable base type
attempt(lambda: type(5, (), {}))  # expect: TypeError: type.__new__() argument 1 must be str, not int
attempt(lambda: type("X", [], {}))  # expect: TypeError: type.__new__() argument 2 must be tuple, not list
attempt(lambda: type("X", ()))  # expect: TypeError: type() takes 1 or 3 arguments
