# special methods are looked up on the type
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except BaseException as error:
        print(f"{type(error).__name__}: {error}")


class A:
    pass


a = A()
a.__len__ = lambda: 5
a.__call__ = lambda: "called"
a.__str__ = lambda: "string"
a.__iter__ = lambda: iter([1])
a.__enter__ = lambda: None
a.__hash__ = lambda: 1
a.__eq__ = lambda other: True
a.__bool__ = lambda: False
a.__getattr__ = lambda name: "attr"
attempt(len, a)  # expect: TypeError: object of type 'A' has no len()
attempt(lambda: a())  # expect: TypeError: 'A' object is not callable
print(str(a).startswith("<__main__.A object"), a == 5, bool(a), hash(a) == 1)  # expect: True False True False
attempt(iter, a)  # expect: TypeError: 'A' object is not iterable
attempt(lambda: a.missing)  # expect: AttributeError: 'A' object has no attribute 'missing'
def use():
    with a: pass
attempt(use)
# expect: TypeError: 'A' object does not support the context manager protocol (missed __exit__ method)
A.__len__ = lambda self: 7
A.__call__ = lambda self, *x: ("type", x)
A.__getattr__ = lambda self, name: f"made {name}"
print(len(a), a(1), a.missing, a.__len__())  # expect: 7 ('type', (1,)) made missing 5
class Meta(type):
    def __len__(cls): return 9
    def __iter__(cls): return iter("meta")
    def __contains__(cls, x): return x == 1
    def __getitem__(cls, key): return ("meta", key)
    def __str__(cls): return "Meta str"
    def __bool__(cls): return False
    def __instancecheck__(cls, obj): return obj == "instance"
class B(metaclass=Meta):
    def __class_getitem__(cls, key): return "never"
print(len(B), list(B), 1 in B, B[2], str(B), bool(B), isinstance("instance", B), isinstance(5, B))
# expect: 9 ['m', 'e', 't', 'a'] True ('meta', 2) Meta str False True False
attempt(len, B())  # expect: TypeError: object of type 'B' has no len()
