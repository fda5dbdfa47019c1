# isinstance forms
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


class A: pass
class B(A): pass


print(isinstance(B(), A), isinstance(B(), (int, A)), isinstance(1, int | str), issubclass(B, (A, int)), isinstance(None, type(None)), isinstance(1, (str, (bool, int))), issubclass(bool, int), isinstance(True, int), isinstance("x", int | None))
# expect: True True True True True True True True False
attempt(isinstance, 1, 5)  # expect: TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union
attempt(isinstance, 1, (int, "x"))  # expect: True
attempt(isinstance, "s", ("x", str))
# expect: TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union
attempt(issubclass, 1, int)  # expect: TypeError: issubclass() arg 1 must be a class
attempt(issubclass, int, 5)
# expect: TypeError: issubclass() arg 2 must be a class, a tuple of classes, or a union
attempt(isinstance, 1)  # expect: TypeError: isinstance expected 2 arguments, got 1
