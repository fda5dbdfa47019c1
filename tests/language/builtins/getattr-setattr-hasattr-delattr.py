# getattr setattr hasattr delattr
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


class A:
    x = 1


a = A()
print(getattr(a, "x"), getattr(a, "y", None), hasattr(a, "x"), hasattr(a, "zz"), setattr(a, "y", 5), a.y, delattr(a, "y"), hasattr(a, "y"), hasattr(5, "real"))
# expect: 1 None True False None 5 None False True
attempt(getattr, a, "zz")  # expect: AttributeError: 'A' object has no attribute 'zz'
attempt(getattr, a)  # expect: TypeError: getattr expected at least 2 arguments, got 1
attempt(getattr, a, 5)  # expect: TypeError: attribute name must be string, not 'int'
attempt(hasattr, a, 5)  # expect: TypeError: attribute name must be string, not 'int'
attempt(setattr, a, "x")  # expect: TypeError: setattr expected 3 arguments, got 2
attempt(delattr, a, "q")  # expect: AttributeError: 'A' object has no attribute 'q'


class P:
    @property
    def bad(self):
        raise ValueError("from property")

    @property
    def missing(self):
        raise AttributeError("inner")


attempt(hasattr, P(), "bad")  # expect: ValueError: from property
print(hasattr(P(), "missing"), getattr(P(), "missing", "dflt"))  # expect: False dflt
