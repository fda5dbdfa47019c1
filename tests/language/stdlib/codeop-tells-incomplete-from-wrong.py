# codeop and code: more lines could make it a statement, or not
# and what float, int, copy and breakpoint take
import array
import bisect
import code
import codeop
import copy
import pickle
import sys

for s in ("x=1", "x = (", "if 1:", "if 1:\n  pass", "if 1:\n  pass\n", 'x = """', "def f():", "x = +", "1+", '"abc', "for", "x = [1,\n2", "a b", "while True:\n  x\n", "@d", "try:\n 1", "lambda x", "print(", "if 1: pass"):
    try:
        r = codeop.compile_command(s)
    except SyntaxError as e:
        print(repr(s), type(e).__name__, e.msg)
    else:
        print(repr(s), r and "code")
# expect: 'x=1' code
# expect: 'x = (' None
# expect: 'if 1:' None
# expect: 'if 1:\n  pass' None
# expect: 'if 1:\n  pass\n' code
# expect: 'x = """' None
# expect: 'def f():' None
# expect: 'x = +' SyntaxError invalid syntax
# expect: '1+' SyntaxError invalid syntax
# expect: '"abc' SyntaxError unterminated string literal (detected at line 1)
# expect: 'for' SyntaxError invalid syntax
# expect: 'x = [1,\n2' None
# expect: 'a b' SyntaxError invalid syntax
# expect: 'while True:\n  x\n' code
# expect: '@d' None
# expect: 'try:\n 1' None
# expect: 'lambda x' SyntaxError invalid syntax
# expect: 'print(' None
# expect: 'if 1: pass' None
i = code.InteractiveInterpreter()
print(i.runsource("if 1:"), i.runsource("print(5)"))
# expect: 5
# expect: True False
print(float(memoryview(b"1.5")), int(memoryview(b"12")), float(array.array("b", b"3")))  # expect: 1.5 12 3.0
a = next(iter(tuple[int]))
print(pickle.loads(pickle.dumps(a)) == a, copy.copy(a) == a)  # expect: True True


class T:
    open = open  # does not bind


try:
    T().open("/nonexistent")
except FileNotFoundError as e:
    print(type(e).__name__)  # expect: FileNotFoundError
print(copy.replace((lambda: 1).__code__, co_name="z").co_name)  # expect: z
sys.breakpointhook = lambda *a, **k: print("breakpoint", a, k)
breakpoint(1, x=2)  # expect: breakpoint (1,) {'x': 2}
rows = [(1, "a"), (2, "b"), (2, "c")]
print(bisect.bisect_left(rows, 2, key=lambda r: r[0]), bisect.bisect(rows, 2, key=lambda r: r[0]), bisect.bisect_left.__doc__[:10])
# expect: 1 3 Return the
bisect.insort(rows, (2, "z"), key=lambda r: r[0])
print(rows)  # expect: [(1, 'a'), (2, 'b'), (2, 'c'), (2, 'z')]
