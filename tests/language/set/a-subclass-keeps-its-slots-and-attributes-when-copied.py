# __reduce__ of set, frozenset and bytearray takes the instance's own attributes along, those in slots too.
import copy


class Slotted(set):
    __slots__ = ("x", "y", "__dict__")


class Frozen(frozenset):
    __slots__ = ("x",)


class Buffer(bytearray):
    pass


s = Slotted([1, 2])
s.x = 10
s.z = 30
t = copy.copy(s)
print(t == s, type(t) is Slotted, t.x, t.z, hasattr(t, "y"))  # expect: True True 10 30 False
t = copy.deepcopy(s)
print(t == s, t.x, t.z)  # expect: True 10 30
f = Frozen("a")
f.x = [5]
print(copy.deepcopy(f).x, copy.copy(f) == f)  # expect: [5] True
b = Buffer(b"abc")
b.x = 7
c = copy.copy(b)
print(c, type(c).__name__, c.x)  # expect: Buffer(b'abc') Buffer 7
print({1}.__reduce__(), frozenset().__reduce__())
# expect: (<class 'set'>, ([1],), None) (<class 'frozenset'>, ([],), None)
