# a code object can be made again from what another one says of itself
import types
NAMES = "argcount posonlyargcount kwonlyargcount nlocals stacksize flags code consts names varnames filename name qualname firstlineno linetable exceptiontable freevars cellvars".split()
def again(code, **changes):
    parts = {name: getattr(code, "co_" + name) for name in NAMES}
    parts.update(changes)
    parts["consts"] = tuple(again(c) if isinstance(c, types.CodeType) else c for c in parts["consts"])
    return types.CodeType(*parts.values())
def f(a, b=2, /, c=3, *args, d=4, **rest):
    "doc"
    def inner(x):
        nonlocal a
        a += x
        return (a, b)
    try:
        found = [inner(i) for i in args if i != d]
        return found, {**rest}, 10 // c
    except ZeroDivisionError as e:
        return "caught", str(e), dict(k=1, m=a)
def gen(n):
    for i in range(n):
        got = yield i
        if got: yield from "ab"
class K:
    def m(self): return super().__repr__()[:1], __class__.__name__
async def co(): return 5
for g in (f, gen, co):
    h = types.FunctionType(again(g.__code__), globals(), "h", g.__defaults__, g.__closure__)
    h.__kwdefaults__ = g.__kwdefaults__
    print(h.__code__ == g.__code__, h.__code__ is g.__code__, h.__doc__)
    if g is f:
        print(h(1), h(1, 2, 3, 4, 5, 6, d=5, z=7), h(1, 2, 0))
    elif g is gen:
        it = h(3)
        print(next(it), it.send(1), list(it))
    else:
        try: h().send(None)
        except StopIteration as e: print(e.value)
# expect: True False doc
# expect: ([], {}, 3) ([(5, 2), (11, 2)], {'z': 7}, 3) ('caught', 'division by zero', {'k': 1, 'm': 1})
# expect: True False None
# expect: 0 a ['b', 1, 2]
# expect: True False None
# expect: 5
m = types.FunctionType(again(K.m.__code__), globals(), "m", None, K.m.__closure__)
print(m(K()))  # expect: ('<', 'K')
print(again(f.__code__, name="g", qualname="Q.g", filename="elsewhere", firstlineno=100).co_qualname)
# expect: Q.g
for i in range(300):
    if i % 100 == 0: e = again(f.__code__)
    r = types.FunctionType(e, globals(), "r", (2, 3))(i, d=1)
print(r)  # expect: ([], {}, 3)
def bad(i):
    return 1 / i
try:
    types.FunctionType(again(bad.__code__, filename="there.py", firstlineno=50), {})(0)
except ZeroDivisionError as err:
    t = err.__traceback__.tb_next
    print(t.tb_frame.f_code.co_filename, t.tb_lineno)  # expect: there.py 51
try: types.CodeType(1, 2)
except TypeError: print("TypeError")  # expect: TypeError
try: types.CodeType(*([None] * 18))
except TypeError: print("TypeError")  # expect: TypeError
