# a descriptor of a builtin kind whose class overrides __get__ or __set__ asks for the builtin one by name
class P(property):
    def __init__(self, f, c=None):
        property.__init__(self, f); self.c = c
    def __get__(self, obj, type=None):
        if obj is None: return self.c
        return property.__get__(self, obj, type)
    def __set__(self, obj, v):
        print("set"); property.__set__(self, obj, v)
class C:
    @property
    def a(self): return 1
    b = P(lambda self: 5, 7)
print(C.b, C().b)  # expect: 7 5
try: C().b = 3  # expect: set
except AttributeError as e: print(e)  # expect: property 'b' of 'C' object has no setter
class S(staticmethod):
    def __get__(self, o, t=None): print("S"); return staticmethod.__get__(self, o, t)
class M(classmethod):
    def __get__(self, o, t=None): print("M"); return classmethod.__get__(self, o, t)
class D:
    @S
    def s(): return 1
    @M
    def m(c): return c
    @P
    def p(self): return super().__class__
print(D.s(), D.m(), D().s(), D().m(), D().p)
# expect: S
# expect: M
# expect: S
# expect: M
# expect: 1 <class '__main__.D'> 1 <class '__main__.D'> <class 'super'>
def f():
    print(C().b, D().m())
for i in range(3):
    f()
# expect: M
# expect: 5 <class '__main__.D'>
# expect: M
# expect: 5 <class '__main__.D'>
# expect: M
# expect: 5 <class '__main__.D'>
