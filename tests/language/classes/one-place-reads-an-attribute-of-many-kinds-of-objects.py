# A place that meets objects of many classes finds what each of them has: slots, class attributes, descriptors, hooks, many attributes, none.
class Plain:
    def __init__(self, v): self.x = v
class Default:
    x = "default"
class Both:
    x = "class"
    def __init__(self, v): self.x = v
class Prop:
    def __init__(self, v): self.__dict__["x"] = v
    @property
    def x(self): return "property"
class Descriptor:
    def __get__(self, o, t): return "non-data"
class NonData:
    x = Descriptor()
class NonDataOwn:
    x = Descriptor()
    def __init__(self, v): self.x = v
class Slots:
    __slots__ = ("x", "y")
    def __init__(self, v): self.x = v
class Hook:
    def __getattr__(self, name): return "hook " + name
class HookOwn(Hook):
    def __init__(self, v): self.x = v
class Every:
    def __init__(self, v): self.x = v
    def __getattribute__(self, name): return "every " + name
class Many:
    def __init__(self, v):
        for i in range(40): setattr(self, f"a{i}", i)
        self.x = v
class Wide:
    def __init__(self, v):
        for i in range(900): setattr(self, f"a{i}", i)
        self.x = v
class Sub(Plain): pass
class OfList(list):
    def __init__(self, v): self.x = v
class Error(Exception):
    def __init__(self, v): self.x = v
class Method:
    def x(self): return "bound"
class Nothing: pass

def read(o):
    try:
        v = o.x
        return v() if callable(v) else v
    except AttributeError as e:
        return str(e)
made = [Plain(1), Default(), Both(2), Prop(3), NonData(), NonDataOwn(4), Slots(5), Hook(), HookOwn(6), Every(7), Many(8), Wide(9), Sub(10),
        OfList(11), Error(12), Method(), Nothing(), 5, None, Plain, lambda: 1]
for _ in range(3): last = [read(o) for o in made]
print(last)
# expect: [1, 'default', 2, 'property', 'non-data', 4, 5, 'hook x', 6, 'every x', 8, 9, 10, 11, 12, 'bound', "'Nothing' object has no attribute 'x'", "'int' object has no attribute 'x'", "'NoneType' object has no attribute 'x'", "type object 'Plain' has no attribute 'x'", "'function' object has no attribute 'x'"]
# while they change
def step(o, i):
    if i % 7 == 3: o.x = i
    if i % 11 == 5 and "x" in o.__dict__: del o.x
    if i % 13 == 8: o.__dict__["x"] = "dict %d" % i
    if i % 17 == 9: o.y = i
    return read(o)
changing = [Plain(0), Default(), Both(0), Many(0), Nothing(), Sub(0), OfList(0)]
print([step(changing[i % 7], i) for i in range(60)])
# expect: [0, 'default', 0, 3, "'Nothing' object has no attribute 'x'", "'Sub' object has no attribute 'x'", 0, 0, 'dict 8', 0, 10, "'Nothing' object has no attribute 'x'", "'Sub' object has no attribute 'x'", 0, 0, 'dict 8', 'class', 17, "'Nothing' object has no attribute 'x'", "'Sub' object has no attribute 'x'", 0, 'dict 21', 'dict 8', 'class', 24, "'Nothing' object has no attribute 'x'", "'Sub' object has no attribute 'x'", "'OfList' object has no attribute 'x'", 'dict 21', 'dict 8', 'class', 31, "'Nothing' object has no attribute 'x'", "'Sub' object has no attribute 'x'", 'dict 34', 'dict 21', 'dict 8', 'class', "'Many' object has no attribute 'x'", "'Nothing' object has no attribute 'x'", "'Sub' object has no attribute 'x'", 'dict 34', 'dict 21', 'dict 8', 'class', 45, "'Nothing' object has no attribute 'x'", 'dict 47', 'dict 34', "'Plain' object has no attribute 'x'", 'dict 8', 'class', 52, "'Nothing' object has no attribute 'x'", 'dict 47', 'dict 34', "'Plain' object has no attribute 'x'", 'dict 8', 'class', 59]
for i in range(2000): step(changing[i % 7], i)
print([read(o) for o in changing])
# expect: ["'Plain' object has no attribute 'x'", 'default', 'dict 1997', 1998, "'Nothing' object has no attribute 'x'", 'dict 1958', "'OfList' object has no attribute 'x'"]
# and their classes
p = Sub("own")
Sub.x = property(lambda self: "now a property")
print([read(o) for o in (p, Plain(1), Sub.__new__(Sub))])  # expect: ['now a property', 1, 'now a property']
del Sub.x
print([read(o) for o in (p, Plain(1), Sub.__new__(Sub))])
# expect: ['own', 1, "'Sub' object has no attribute 'x'"]
Sub.__getattribute__ = lambda self, name: "now every " + name
print([read(o) for o in (p, Plain(1), Sub.__new__(Sub))])  # expect: ['now every x', 1, 'now every x']
del Sub.__getattribute__
Plain.__getattr__ = lambda self, name: "now a hook for " + name
print([read(o) for o in (p, Plain(1), Sub.__new__(Sub))])  # expect: ['own', 1, 'now a hook for x']
# methods hidden by attributes of the object
class A:
    def f(self): return "A.f"
class B(A):
    def __init__(self): self.f = lambda: "own f"
class C(A):
    def __init__(self):
        for i in range(12): setattr(self, f"g{i}", i)
class D(C):
    def __init__(self):
        super().__init__()
        self.f = lambda: "own f of D"
print([[o.f() for o in (A(), B(), C(), D(), A())] for _ in range(3)][-1])
# expect: ['A.f', 'own f', 'A.f', 'own f of D', 'A.f']
# what is read last dies with its object
class Dies:
    def __init__(self, n): self.n = n; self.x = self
    def __del__(self): print("dies", self.n)
def last_of(n):
    d = Dies(n); d.x = n
    return d
print([last_of(i).x for i in range(3)])
# expect: dies 0
# expect: dies 1
# expect: dies 2
# expect: [0, 1, 2]
