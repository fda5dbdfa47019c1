# indentation errors
for source in ("if x:\npass", "  x = 1", "if x:\n  a\n b", "def f():\n\treturn 1\n        return 2", "if x:\n    a\n  b\n", "class A:\n", "for x in y:", "if 1:\n  pass\nelse:\npass", "x = 1\n  y = 2", "try:\n  pass\nx", "with x:\npass"):
    try:
        compile(source, "s", "exec")
        print("ok")
    except SyntaxError as e:
        print(type(e).__name__, "|", e.msg, "|", e.lineno)
# expect: IndentationError | expected an indented block after 'if' statement on line 1 | 2
# expect: IndentationError | unexpected indent | 1
# expect: IndentationError | unindent does not match any outer indentation level | 3
# expect: TabError | inconsistent use of tabs and spaces in indentation | 3
# expect: IndentationError | unindent does not match any outer indentation level | 3
# expect: IndentationError | expected an indented block after class definition on line 1 | 1
# expect: IndentationError | expected an indented block after 'for' statement on line 1 | 1
# expect: IndentationError | expected an indented block after 'else' statement on line 3 | 4
# expect: IndentationError | unexpected indent | 2
# expect: SyntaxError | expected 'except' or 'finally' block | 3
# expect: IndentationError | expected an indented block after 'with' statement on line 1 | 2
