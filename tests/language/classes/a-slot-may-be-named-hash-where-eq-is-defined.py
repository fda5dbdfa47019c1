# a slot named __hash__ is no conflict in a class with __eq__, which would have set it to None otherwise
class A:
    __slots__ = ("a", "__hash__")
    def __init__(self): object.__setattr__(self, "__hash__", 3)
    def __eq__(self, o): return True
try: print(A().a)
except AttributeError as e: print(e)  # expect: 'A' object has no attribute 'a'
print(A.__hash__)  # expect: <member '__hash__' of 'A' objects>
try: hash(A())
except TypeError as e: print(e)  # expect: 'int' object is not callable
class B:
    __slots__ = ("x", "__eq__", "__len__")
print(type(B.__len__), type(B.__eq__), B.__hash__ is object.__hash__)
# expect: <class 'member_descriptor'> <class 'member_descriptor'> False
b = B(); b.__len__ = lambda: 5
try: print(len(b))  # expect: 5
except Exception as e: print(type(e), e)
class C:
    __slots__ = ("__eq__",)
c = C(); c.__eq__ = lambda o: o == 3
print(c == 3, C.__hash__ is object.__hash__)  # expect: True False
try:
    class D:
        __slots__ = ("__hash__",)
        __hash__ = None
except ValueError as e: print(e)  # expect: '__hash__' in __slots__ conflicts with class variable
class Marker:
    __slots__ = ("name", "__hash__")
    def __init__(self, name):
        self.name = name
        self.__hash__ = lambda: hash(name)
    def __eq__(self, other):
        return self.name == other
print(hash(Marker("a")) == hash("a"), {"a": 1}[Marker("a")], Marker("b") in {"a"}, {Marker(1), Marker(2)} == {1, 2})
# expect: True 1 False True
class OfClass:
    @classmethod
    def __hash__(cls):
        return 7
class Called:
    class Seven:
        def __call__(self, *arguments):
            return len(arguments) + 7
    __hash__ = Seven()
print(hash(OfClass()), hash(Called()), {OfClass(): 1}.get(7), len({Called(), Called()}))  # expect: 7 7 None 2
def total(n):
    seen = {}
    for i in range(n):
        seen[Marker(i % 10)] = seen.get(Marker(i % 10), 0) + i
    return sum(seen.values()), len(seen)
print(total(500))  # expect: (124750, 10)
