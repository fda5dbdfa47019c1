import warnings, sys
warnings.simplefilter("always")
def show(f):
    try: print(f.__name__, repr(f()))
    except BaseException as e: print(f.__name__, type(e).__name__, e)
class N:
    __repr__ = None
    __format__ = None
    __bool__ = None
    __len__ = None
class L:
    __len__ = None
class H:
    __hash__ = None
    __str__ = None
    __iter__ = None
    __contains__ = None
    __call__ = None
    __getitem__ = None
    __reversed__ = None
    __index__ = None
    __int__ = None
    __float__ = None
    __abs__ = None
    __neg__ = None
    __add__ = None
    __radd__ = None
    __eq__ = None
    __lt__ = None
    __next__ = None
    __enter__ = None
    __exit__ = None
    __length_hint__ = None
    __round__ = None
    __bytes__ = None
    __complex__ = None
    __dir__ = None
    __await__ = None
    __missing__ = None
    __fspath__ = None
def f1(): return repr(N())
def f2(): return format(N())
def f3(): return bool(N())
def f4(): return len(N())
def f5(): return bool(L())
def f6(): return f"{N()!r}"
def f7(): return f"{N()}"
def f8(): return 1 if N() else 2
def f9(): return hash(H())
def f10(): return str(H())
def f11(): return iter(H())
def f12(): return 1 in H()
def f13(): return H()()
def f14(): return H()[1]
def f15(): return reversed(H())
def f16(): return [1][H()]
def f17(): return int(H())
def f18(): return float(H())
def f19(): return abs(H())
def f20(): return -H()
def f21(): return H()+1
def f22(): return 1+H()
def f23(): return H()==1
def f24(): return H()<1
def f25(): return next(H())
def f26():
    with H(): pass
def f27(): return round(H())
def f28(): return bytes(H())
def f29(): return complex(H())
def f30(): return dir(H())
    async def g(): await H()
    g().send(None)
def f32():
    import operator; return operator.length_hint(H())
def f33(): return not N()
def f34(): return "%s" % N()
def f35(): return "{!r}".format(N())
def f36(): return N() and 1
def f37():
    while N(): pass
def f38(): return [x for x in [1] if N()]
def f39(): return print(N())
def f40(): return list(map(bool,[N()]))
def f41(): return any([N()])
def f42(): return sorted([N(),N()])
def f43(): return list(filter(None,[N()]))
def f44(): return range(H())
def f45(): return hex(H())
def f46(): return "a"*H()
def f47(): return divmod(H(),1)
def f48():
    import os; return os.fspath(H())
def f49(): return sum([H()])
def f50(): return [*H()]
def f51():
    a, b = H()
def f52(): return dict(H())
def f53(): return repr([N()])
def f54(): return ascii(N())
for i in range(1,55): show(globals()['f%d'%i])
# raises: IndentationError: unexpected indent
