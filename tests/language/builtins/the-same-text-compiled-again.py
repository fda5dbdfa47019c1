# The same text compiled again gives code of its own.
import __future__
import sys
import warnings

source = "def f(x, seen=[]):\n    'doc'\n    assert x != 5, 'five'\n    seen.append(x)\n    return seen, (1, 2.5, 'a'), __name__\n"
one = compile(source, "one.py", "exec")
two = compile(source, "one.py", "exec")
print(one is two, one == two, hash(one) == hash(two), one.co_consts[0] is two.co_consts[0])
# expect: False True True False
first, second = {"__name__": "first"}, {"__name__": "second"}
exec(source, first)
exec(source, second)
print(first["f"](1), first["f"](2), second["f"](3))
# expect: ([1, 2], (1, 2.5, 'a'), 'first') ([1, 2], (1, 2.5, 'a'), 'first') ([3], (1, 2.5, 'a'), 'second')
first["f"].__doc__ = "other"
first["f"].mark = 1
print(second["f"].__doc__, hasattr(second["f"], "mark"), first["f"].__code__ is second["f"].__code__)
# expect: doc False False

# what else the code follows from
print(compile(source, "two.py", "exec").co_filename, one.co_filename)  # expect: two.py one.py
for level in (0, 1, 2, 0):
    names = {}
    exec(compile(source, "o", "exec", optimize=level), names)
    try:
        print(level, names["f"].__doc__, names["f"](5)[0])
    except AssertionError as e:
        print(level, names["f"].__doc__, e)
# expect: 0 doc five
# expect: 1 doc [5]
# expect: 2 None [5]
# expect: 0 doc five
print(eval("1 + 1"), exec("1 + 1"), eval("1 + 1"))  # expect: 2 None 2
for mode in ("eval", "single", "exec", "eval"):
    print(mode, eval(compile("3 * 4", "m", mode)))
# expect: eval 12
# expect: 12
# expect: single None
# expect: exec None
# expect: eval 12
plain = compile("def g(a: int): pass", "a", "exec")
future = compile("def g(a: int): pass", "a", "exec", __future__.annotations.compiler_flag)
for code in (plain, future, plain):
    names = {}
    exec(code, names)
    print(names["g"].__annotations__)
# expect: {'a': <class 'int'>}
# expect: {'a': 'int'}
# expect: {'a': <class 'int'>}

# the lines of a program that is looked at
lines = []
def tracer(frame, event, arg):
    if frame.f_code.co_filename == "<string>":
        lines.append((event, frame.f_lineno))
    return tracer
text = "x = 1\ny = 2\nif x:\n    pass\nz = 3\n"
exec(text)
sys.settrace(tracer)
exec(text)
sys.settrace(None)
exec(text)
print([line for event, line in lines if event == "line"])  # expect: [1, 2, 3, 4, 5]

# errors and warnings, each time
for _ in range(3):
    try:
        exec("x = (1,\n")
    except SyntaxError as e:
        print(e.msg, e.lineno)
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        eval("1 is 1")
        print(len(found), found[0].category.__name__)
# expect: '(' was never closed 1
# expect: 1 SyntaxWarning
# expect: '(' was never closed 1
# expect: 1 SyntaxWarning
# expect: '(' was never closed 1
# expect: 1 SyntaxWarning

# many of them
total = 0
for i in range(3000):
    total += eval(f"{i % 700} + 1")
print(total)  # expect: 1001500
big = "[" + ", ".join(map(str, range(20000))) + "]"
print(sum(eval(big)), sum(eval(big)), eval(big) is eval(big))  # expect: 199990000 199990000 False
