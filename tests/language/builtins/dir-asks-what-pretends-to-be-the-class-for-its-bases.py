# dir asks what pretends to be the class for its bases
class Wrapper(object):
    def __init__(self, obj): self.__obj = obj
    def __repr__(self): return "Wrapper(%s)" % repr(self.__obj)
    def __getitem__(self, key): print('gi',key); return Wrapper(self.__obj[key])
    def __len__(self): print('len'); return len(self.__obj)
    def __getattr__(self, name): print('ga',name); return Wrapper(getattr(self.__obj, name))
class C(object):
    def __getclass(self): return Wrapper(type(self))
    __class__ = property(__getclass)
dir(C())
# expect: ga __bases__
# expect: len
# expect: gi 0
# expect: ga __bases__
# expect: len
import types, sys
class M2(types.ModuleType):
    def getdict(self): return "Not a dict!"
    __dict__ = property(getdict)
m2=M2("m2"); m2.b=2; m2.a=1
try: print(dir(m2)[:3])
except TypeError as e: print('te')  # expect: te
class M1(types.ModuleType):
    def __init__(self,n): types.ModuleType.__init__(self,n)
m=M1('x'); m.a=1; print(dir(m))
# expect: ['__doc__', '__loader__', '__name__', '__package__', '__spec__', 'a']
