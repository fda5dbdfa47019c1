# attribute errors are worded as cpythons
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except BaseException as error:
        print(f"{type(error).__name__}: {error}")


class A:
    __slots__ = ("x",)

    def m(self): ...


class B:
    y = 1


class Meta(type):
    pass


class C(metaclass=Meta):
    pass


attempt(lambda: A().x)  # expect: AttributeError: 'A' object has no attribute 'x'
attempt(lambda: A().z)  # expect: AttributeError: 'A' object has no attribute 'z'
attempt(lambda: setattr(A(), "z", 1))
# expect: AttributeError: 'A' object has no attribute 'z' and no __dict__ for setting new attributes
attempt(lambda: setattr(A(), "m", 1))  # expect: AttributeError: 'A' object attribute 'm' is read-only
attempt(lambda: delattr(A(), "m"))  # expect: AttributeError: 'A' object attribute 'm' is read-only
attempt(lambda: B.z)  # expect: AttributeError: type object 'B' has no attribute 'z'
attempt(lambda: B().z)  # expect: AttributeError: 'B' object has no attribute 'z'
attempt(lambda: delattr(B(), "y"))  # expect: AttributeError: 'B' object has no attribute 'y'
attempt(lambda: delattr(B, "q"))  # expect: AttributeError: type object 'B' has no attribute 'q'
attempt(lambda: C.z)  # expect: AttributeError: type object 'C' has no attribute 'z'
attempt(lambda: setattr(5, "a", 1))
# expect: AttributeError: 'int' object has no attribute 'a' and no __dict__ for setting new attributes
attempt(lambda: setattr(int, "a", 1))  # expect: TypeError: cannot set 'a' attribute of immutable type 'int'
attempt(lambda: (5).a)  # expect: AttributeError: 'int' object has no attribute 'a'
attempt(lambda: [].a)  # expect: AttributeError: 'list' object has no attribute 'a'
attempt(lambda: None.a)  # expect: AttributeError: 'NoneType' object has no attribute 'a'
attempt(lambda: setattr(None, "a", 1))
# expect: AttributeError: 'NoneType' object has no attribute 'a' and no __dict__ for setting new attributes
attempt(lambda: len.a)  # expect: AttributeError: 'builtin_function_or_method' object has no attribute 'a'
attempt(lambda: setattr(len, "a", 1))
# expect: AttributeError: 'builtin_function_or_method' object has no attribute 'a' and no __dict__ for setting new attributes
attempt(lambda: (lambda: 0).a)  # expect: AttributeError: 'function' object has no attribute 'a'
attempt(lambda: A().m.a)  # expect: AttributeError: 'function' object has no attribute 'a'
attempt(lambda: setattr(A().m, "a", 1))
# expect: AttributeError: 'method' object has no attribute 'a' and no __dict__ for setting new attributes
attempt(lambda: __import__("math").nothing)  # expect: AttributeError: module 'math' has no attribute 'nothing'
attempt(lambda: getattr(B(), 5))  # expect: TypeError: attribute name must be string, not 'int'
attempt(lambda: object().a)  # expect: AttributeError: 'object' object has no attribute 'a'
attempt(lambda: setattr(object(), "a", 1))
# expect: AttributeError: 'object' object has no attribute 'a' and no __dict__ for setting new attributes
attempt(lambda: super(B, B()).z)  # expect: AttributeError: 'super' object has no attribute 'z'
attempt(lambda: (i for i in []).a)  # expect: AttributeError: 'generator' object has no attribute 'a'
attempt(lambda: setattr(B(), "__class__", 5))
# expect: TypeError: __class__ must be set to a class, not 'int' object
attempt(lambda: setattr(B(), "__dict__", 5))
# expect: TypeError: __dict__ must be set to a dictionary, not a 'int'
attempt(lambda: B.__dict__.__setitem__("a", 1))
# expect: AttributeError: 'mappingproxy' object has no attribute '__setitem__'
attempt(lambda: 1 .real.imag.x)  # expect: AttributeError: 'int' object has no attribute 'x'
