# code objects tell about functions
def f(a, b=1, /, c=2, *args, d, **kw):
    x = a
    def g():
        return x
    return g


c = f.__code__
print(c.co_name, c.co_qualname, c.co_argcount, c.co_posonlyargcount, c.co_kwonlyargcount, c.co_varnames[:6], c.co_cellvars, c.co_nlocals >= 6, c.co_firstlineno, bool(c.co_flags & 4), bool(c.co_flags & 8), f(1, d=2).__code__.co_freevars)
# expect: f f 3 2 1 ('a', 'b', 'c', 'd', 'args', 'kw') ('x',) True 2 True True ('x',)
print(compile("x + y", "f.py", "eval").co_names, compile("", "f.py", "exec").co_name)
# expect: ('x', 'y') <module>
