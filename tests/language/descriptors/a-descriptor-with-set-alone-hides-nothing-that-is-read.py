# a descriptor without __get__ is no obstacle on the way to what the object itself has
class S:
    def __set__(self, obj, value):
        obj.__dict__["v"] = value
class T:
    v = S()
    w = S()
t = T()
print(type(t.v).__name__)  # expect: S
t.v = 5
print(t.v, type(t.w).__name__)  # expect: 5 S
for i in range(100):
    t.v = i
    assert t.v == i
print(t.v, getattr(t, "v"), t.__dict__)  # expect: 99 99 {'v': 99}
class U(T):
    def __getattr__(self, name):
        return "no " + name
u = U()
print(type(u.v).__name__, u.z)  # expect: S no z
u.v = 3
print(u.v)  # expect: 3
del t.__dict__["v"]
print(type(t.v).__name__)  # expect: S
S.__get__ = lambda self, obj, cls: "got"
t.v = 9
print(t.v, u.v)  # expect: got got
del S.__get__
print(t.v, u.v)  # expect: 9 3
class M(type):
    v = S()
class K(metaclass=M):
    pass
try:
    K.v = 7
except TypeError as e:
    print(e)  # expect: 'mappingproxy' object does not support item assignment
class D:
    def __delete__(self, obj):
        print("del")
class X:
    d = D()
    def method(self): return 1
x = X()
x.__dict__["d"] = 4
print(x.d)  # expect: 4
del x.d  # expect: del
print(x.__dict__)  # expect: {'d': 4}
