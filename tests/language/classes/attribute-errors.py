# attribute errors
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


class A:
    def m(self): pass


a = A()
attempt(lambda: a.nope)  # expect: AttributeError: 'A' object has no attribute 'nope'
attempt(lambda: A.nope)  # expect: AttributeError: type object 'A' has no attribute 'nope'
attempt(lambda: a.m.nope)  # expect: AttributeError: 'function' object has no attribute 'nope'
attempt(lambda: delattr(a, "nope"))  # expect: AttributeError: 'A' object has no attribute 'nope'
attempt(lambda: delattr(A, "nope"))  # expect: AttributeError: type object 'A' has no attribute 'nope'
attempt(lambda: setattr(5, "x", 1))
# expect: AttributeError: 'int' object has no attribute 'x' and no __dict__ for setting new attributes
attempt(lambda: setattr(int, "x", 1))  # expect: TypeError: cannot set 'x' attribute of immutable type 'int'
attempt(lambda: setattr([], "append", 1))
# expect: AttributeError: 'list' object attribute 'append' is read-only
attempt(lambda: setattr(object(), "x", 1))
# expect: AttributeError: 'object' object has no attribute 'x' and no __dict__ for setting new attributes
attempt(lambda: delattr("a", "upper"))  # expect: AttributeError: 'str' object attribute 'upper' is read-only
attempt(lambda: getattr(a, 5))  # expect: TypeError: attribute name must be string, not 'int'
attempt(lambda: setattr(A, "__dict__", 1))
# expect: AttributeError: attribute '__dict__' of 'type' objects is not writable
attempt(lambda: setattr(a, "__class__", 5))
# expect: TypeError: __class__ must be set to a class, not 'int' object
