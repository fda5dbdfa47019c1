# a function's cells are made behind its call event: what is seen there are the arguments, and no line
import sys
def tracer(f, ev, arg):
    if f.f_code.co_name in ("outer","mk","C"):
        print(f.f_code.co_name, ev, f.f_lineno - f.f_code.co_firstlineno, sorted((k,v) for k,v in f.f_locals.items() if not k.startswith("__") and not callable(v)))
    return tracer
def mk(a, b=2, *args, c, **k):
    x = 5
    def inner(): return a + x + c + len(args) + len(k)
    return inner()
def outer():
    class C:
        z = 1
        def f(self): return __class__
    return C
sys.settrace(tracer)
mk(1, c=3, d=4)
# expect: mk call 0 [('a', 1), ('args', ()), ('b', 2), ('c', 3), ('k', {'d': 4})]
# expect: mk line 1 [('a', 1), ('args', ()), ('b', 2), ('c', 3), ('k', {'d': 4})]
# expect: mk line 2 [('a', 1), ('args', ()), ('b', 2), ('c', 3), ('k', {'d': 4}), ('x', 5)]
# expect: mk line 3 [('a', 1), ('args', ()), ('b', 2), ('c', 3), ('k', {'d': 4}), ('x', 5)]
# expect: mk return 3 [('a', 1), ('args', ()), ('b', 2), ('c', 3), ('k', {'d': 4}), ('x', 5)]
outer()
# expect: outer call 0 []
# expect: outer line 1 []
# expect: C call 0 []
# expect: C line 0 []
# expect: C line 1 []
# expect: C line 2 [('z', 1)]
# expect: C return 2 [('z', 1)]
# expect: outer line 4 []
# expect: outer return 4 []
sys.settrace(None)
