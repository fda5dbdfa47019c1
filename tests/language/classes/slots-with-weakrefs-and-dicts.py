# slots with weakrefs and dicts
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except BaseException as error:
        print(f"{type(error).__name__}: {error}")


import weakref


class Plain:
    __slots__ = ("a",)


class Weak:
    __slots__ = ("a", "__weakref__")


class Dict:
    __slots__ = ("a", "__dict__")


class Sub(Plain):
    pass


class Two(Plain):
    __slots__ = ("b",)


attempt(lambda: weakref.ref(Plain()))  # expect: TypeError: cannot create weak reference to 'Plain' object
w = Weak()
r = weakref.ref(w)
print(r() is w)  # expect: True
del w
print(r())  # expect: None
d = Dict()
d.a, d.b = 1, 2
print(d.__dict__, d.a, hasattr(Plain(), "__dict__"), Sub().__dict__)  # expect: {'b': 2} 1 False {}
t = Two()
t.a, t.b = 1, 2
print(t.a, t.b)  # expect: 1 2
attempt(setattr, t, "c", 3)
# expect: AttributeError: 'Two' object has no attribute 'c' and no __dict__ for setting new attributes
attempt(getattr, Plain(), "a")  # expect: AttributeError: 'Plain' object has no attribute 'a'
attempt(delattr, Plain(), "a")  # expect: AttributeError: a
attempt(lambda: Plain.a.__get__(Two()))  # expect: AttributeError: 'Two' object has no attribute 'a'
attempt(lambda: Plain.a.__set__(5, 1))
# expect: TypeError: descriptor 'a' for 'Plain' objects doesn't apply to a 'int' object
print(Plain.a, Plain.__slots__, Plain.a.__name__, type(Plain.a).__name__)
# expect: <member 'a' of 'Plain' objects> ('a',) a member_descriptor
def change(object, cls):
    object.__class__ = cls
    return type(object).__name__
attempt(change, Plain(), Weak)
# expect: TypeError: __class__ assignment: 'Weak' object layout differs from 'Plain'
attempt(change, Sub(), Dict)
# expect: TypeError: __class__ assignment: 'Dict' object layout differs from 'Sub'
attempt(change, 5, bool)
# expect: TypeError: __class__ assignment only supported for mutable types or ModuleType subclasses
class Same:
    __slots__ = ("a",)
attempt(change, Plain(), Same)  # expect: 'Same'
class Mangled:
    __slots__ = ("__private",)
    def __init__(self):
        self.__private = 4
print(Mangled()._Mangled__private)  # expect: 4
