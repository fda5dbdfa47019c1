# __init__ and __call__ found through descriptors of any kind
import functools


class D:
    def __init__(s,f): s.f=f
    def __get__(s,o,t): return lambda *a,**k: s.f(o,*a,**k)
class A:
    __init__=D(lambda s,x: setattr(s,'x',x))
    __call__=D(lambda s,*a,**k: (s.x,a,k))
a = A(5)
print(a.x, a(1, 2, k=3))  # expect: 5 (5, (1, 2), {'k': 3})
class B:
    def f(self, a, b): return (a,b)
    __call__=functools.partialmethod(f, 1)
print(B()(2))  # expect: (1, 2)
class P:
    @property
    def __call__(self): return lambda x: x*2
    @property
    def __init__(self): return lambda *a: None
print(P(1)(4))  # expect: 8
class S:
    __slots__=('__call__','__init__')
try: S()
except AttributeError as e: print(e)  # expect: 'S' object has no attribute '__init__'
s=object.__new__(S); s.__call__=lambda: 9; print(s())  # expect: 9
class N:
    def __new__(cls,*a): return object.__new__(cls)
    __init__=D(lambda s,x: setattr(s,'x',x))
print(N(7).x)  # expect: 7
