# positions of errors
# python: 3.14
for source in ("x = (1 + \n", "x = [1,\n 2\n y = 3", "def f(:\n  pass", "foo(a, b c)", "x = {1: 2, 3}", "{1, 2: 3}", "'abc' 'def", "x = 5 5", "if x:\n  y\n z\n", "a = 1 +", "((1)", "(1]", "print('a' 'b' c)", "import a, ", "x = not", "for i in range(3) print(i)", "class A\n  pass", "def f()\n  pass", "while True\n  pass", "try:\n  x\nexcept A, B:\n  y\nfinal:\n z"):
    try:
        compile(source, "s", "exec")
        print("ok", repr(source))
    except SyntaxError as e:
        print(e.msg, "|", e.lineno, e.offset, e.end_lineno, e.end_offset, "|", repr(e.text))
# expect: '(' was never closed | 1 5 1 0 | 'x = (1 + \n'
# expect: '[' was never closed | 1 5 1 0 | 'x = [1,'
# expect: invalid syntax | 1 7 1 8 | 'def f(:\n'
# expect: invalid syntax. Perhaps you forgot a comma? | 1 8 1 11 | 'foo(a, b c)\n'
# expect: ':' expected after dictionary key | 1 12 1 0 | 'x = {1: 2, 3}\n'
# expect: invalid syntax | 1 6 1 7 | '{1, 2: 3}\n'
# expect: unterminated string literal (detected at line 1) | 1 7 1 7 | "'abc' 'def"
# expect: invalid syntax | 1 7 1 8 | 'x = 5 5\n'
# expect: unindent does not match any outer indentation level | 3 3 3 -1 | ' z\n'
# expect: invalid syntax | 1 8 1 9 | 'a = 1 +\n'
# expect: '(' was never closed | 1 1 1 0 | '((1)\n'
# expect: closing parenthesis ']' does not match opening parenthesis '(' | 1 3 1 3 | '(1]'
# expect: invalid syntax. Perhaps you forgot a comma? | 1 7 1 16 | "print('a' 'b' c)\n"
# expect: invalid syntax | 1 11 1 12 | 'import a, \n'
# expect: invalid syntax | 1 8 1 9 | 'x = not\n'
# expect: invalid syntax | 1 19 1 24 | 'for i in range(3) print(i)\n'
# expect: expected ':' | 1 8 1 9 | 'class A\n'
# expect: expected ':' | 1 8 1 9 | 'def f()\n'
# expect: expected ':' | 1 11 1 12 | 'while True\n'
# expect: invalid syntax | 5 7 5 8 | 'final:\n'
