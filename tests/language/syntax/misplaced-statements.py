# misplaced statements
# python: 3.14
for source in ("return 1", "break", "continue", "def f():\n  nonlocal x", "nonlocal x", "def f():\n  x = 1\n  global x", "def f(x):\n  global x", "def f():\n  global x\n  nonlocal x", "class A:\n  return 1", "for x in y:\n  def f(): break", "from __future__ import nothing", "x = 1\nfrom __future__ import annotations", "def f():\n  from os import *", "import a.b as c.d", "from . import *", "raise x from", "assert", "global", "class A(x for x in y): pass", "def f(a, *): pass", "else: pass", "try: pass", "try:\n  pass\nexcept:\n  pass\nexcept A:\n  pass", "import", "from x import", "from x import (a, b", "elif x: pass", "pass pass", "x = ", "(", ")", "[1, 2", "{1: 2", "a b", "f(", "print 5", "exec 'x'", "if x = 1: pass", "while x = 1: pass", "x === y", "a <> b", "a ! b", "x++", "$x", "?", "if x", "for x y", "class", "def f", "lambda", "@", "x = yield = 1", "async x", "1 = 1", "a.1", "a..b", "True = 1", "f(a for a in b, c)", "f(**k, a)", "f(a=1, b)", "f(1=2)", "f(a.b=1)", "f(True=1)"):
    try:
        compile(source, "s", "exec")
        print("ok", repr(source))
    except SyntaxError as e:
        print(repr(source), "|", e.msg, "|", e.lineno, e.offset)
# expect: 'return 1' | 'return' outside function | 1 1
# expect: 'break' | 'break' outside loop | 1 1
# expect: 'continue' | 'continue' not properly in loop | 1 1
# expect: 'def f():\n  nonlocal x' | no binding for nonlocal 'x' found | 2 3
# expect: 'nonlocal x' | nonlocal declaration not allowed at module level | 1 1
# expect: 'def f():\n  x = 1\n  global x' | name 'x' is assigned to before global declaration | 3 3
# expect: 'def f(x):\n  global x' | name 'x' is parameter and global | 2 3
# expect: 'def f():\n  global x\n  nonlocal x' | name 'x' is nonlocal and global | 2 3
# expect: 'class A:\n  return 1' | 'return' outside function | 2 3
# expect: 'for x in y:\n  def f(): break' | 'break' outside loop | 2 12
# expect: 'from __future__ import nothing' | future feature nothing is not defined | 1 24
# expect: 'x = 1\nfrom __future__ import annotations' | from __future__ imports must occur at the beginning of the file | 2 1
# expect: 'def f():\n  from os import *' | import * only allowed at module level | 2 18
# expect: 'import a.b as c.d' | cannot use attribute as import target | 1 15
# expect: ok 'from . import *'
# expect: 'raise x from' | invalid syntax | 1 13
# expect: 'assert' | invalid syntax | 1 7
# expect: 'global' | invalid syntax | 1 7
# expect: 'class A(x for x in y): pass' | invalid syntax | 1 11
# expect: 'def f(a, *): pass' | named arguments must follow bare * | 1 10
# expect: 'else: pass' | invalid syntax | 1 1
# expect: 'try: pass' | expected 'except' or 'finally' block | 1 10
# expect: 'try:\n  pass\nexcept:\n  pass\nexcept A:\n  pass' | default 'except:' must be last | 3 1
# expect: 'import' | Expected one or more names after 'import' | 1 7
# expect: 'from x import' | Expected one or more names after 'import' | 1 14
# expect: 'from x import (a, b' | '(' was never closed | 1 15
# expect: 'elif x: pass' | invalid syntax | 1 1
# expect: 'pass pass' | invalid syntax | 1 6
# expect: 'x = ' | invalid syntax | 1 5
# expect: '(' | '(' was never closed | 1 1
# expect: ')' | unmatched ')' | 1 1
# expect: '[1, 2' | '[' was never closed | 1 1
# expect: '{1: 2' | '{' was never closed | 1 1
# expect: 'a b' | invalid syntax | 1 3
# expect: 'f(' | '(' was never closed | 1 2
# expect: 'print 5' | Missing parentheses in call to 'print'. Did you mean print(...)? | 1 1
# expect: "exec 'x'" | Missing parentheses in call to 'exec'. Did you mean exec(...)? | 1 1
# expect: 'if x = 1: pass' | invalid syntax. Maybe you meant '==' or ':=' instead of '='? | 1 4
# expect: 'while x = 1: pass' | invalid syntax. Maybe you meant '==' or ':=' instead of '='? | 1 7
# expect: 'x === y' | invalid syntax | 1 5
# expect: 'a <> b' | invalid syntax | 1 3
# expect: 'a ! b' | invalid syntax | 1 3
# expect: 'x++' | invalid syntax | 1 4
# expect: '$x' | invalid syntax | 1 1
# expect: '?' | invalid syntax | 1 1
# expect: 'if x' | expected ':' | 1 5
# expect: 'for x y' | invalid syntax | 1 7
# expect: 'class' | invalid syntax | 1 6
# expect: 'def f' | expected '(' | 1 6
# expect: 'lambda' | invalid syntax | 1 7
# expect: '@' | invalid syntax | 1 2
# expect: 'x = yield = 1' | assignment to yield expression not possible | 1 5
# expect: 'async x' | invalid syntax | 1 7
# expect: '1 = 1' | cannot assign to literal here. Maybe you meant '==' instead of '='? | 1 1
# expect: 'a.1' | invalid syntax | 1 2
# expect: 'a..b' | invalid syntax | 1 3
# expect: 'True = 1' | cannot assign to True | 1 1
# expect: 'f(a for a in b, c)' | Generator expression must be parenthesized | 1 3
# expect: 'f(**k, a)' | positional argument follows keyword argument unpacking | 1 9
# expect: 'f(a=1, b)' | positional argument follows keyword argument | 1 9
# expect: 'f(1=2)' | expression cannot contain assignment, perhaps you meant "=="? | 1 3
# expect: 'f(a.b=1)' | expression cannot contain assignment, perhaps you meant "=="? | 1 3
# expect: 'f(True=1)' | cannot assign to True | 1 3
