# invalid assignment targets
# python: 3.14
for source in ("5 = x", "f() = 1", "a + b = 1", "None = 1", "[a, 5] = x", "(a, f()) = x", "x + 1 += 2", "a, b += 1", "f'{x}' = 1", "'s' = 1", "lambda: 1 = 2", "(x := 1) = 2", "x if y else z = 1", "for 5 in x: pass", "for f() in x: pass", "with x as 5: pass", "import a as 5", "(a, b): int", "a = b = 5 = c", "x: int = y: int", "__debug__ = 1", "def True(): pass", "[x for 5 in y]", "a := 5", "{a: 1} = x", "... = 1", "not x = 1", "-x = 1", "x and y = 1", "x < y = 1", "await x = 1"):
    try:
        compile(source, "s", "exec")
        print("ok", source)
    except SyntaxError as e:
        print(source, "|", e.msg)
# expect: 5 = x | cannot assign to literal here. Maybe you meant '==' instead of '='?
# expect: f() = 1 | cannot assign to function call here. Maybe you meant '==' instead of '='?
# expect: a + b = 1 | cannot assign to expression here. Maybe you meant '==' instead of '='?
# expect: None = 1 | cannot assign to None
# expect: [a, 5] = x | cannot assign to literal
# expect: (a, f()) = x | cannot assign to function call
# expect: x + 1 += 2 | 'expression' is an illegal expression for augmented assignment
# expect: a, b += 1 | 'tuple' is an illegal expression for augmented assignment
# expect: f'{x}' = 1 | cannot assign to f-string expression here. Maybe you meant '==' instead of '='?
# expect: 's' = 1 | cannot assign to literal here. Maybe you meant '==' instead of '='?
# expect: lambda: 1 = 2 | cannot assign to lambda
# expect: (x := 1) = 2 | cannot assign to named expression here. Maybe you meant '==' instead of '='?
# expect: x if y else z = 1 | cannot assign to conditional expression
# expect: for 5 in x: pass | cannot assign to literal
# expect: for f() in x: pass | cannot assign to function call
# expect: with x as 5: pass | cannot assign to literal
# expect: import a as 5 | cannot use literal as import target
# expect: (a, b): int | only single target (not tuple) can be annotated
# expect: a = b = 5 = c | cannot assign to literal
# expect: x: int = y: int | invalid syntax
# expect: __debug__ = 1 | cannot assign to __debug__
# expect: def True(): pass | invalid syntax
# expect: [x for 5 in y] | cannot assign to literal
# expect: a := 5 | invalid syntax
# expect: {a: 1} = x | cannot assign to dict literal here. Maybe you meant '==' instead of '='?
# expect: ... = 1 | cannot assign to ellipsis here. Maybe you meant '==' instead of '='?
# expect: not x = 1 | cannot assign to expression
# expect: -x = 1 | cannot assign to expression here. Maybe you meant '==' instead of '='?
# expect: x and y = 1 | cannot assign to expression
# expect: x < y = 1 | cannot assign to comparison
# expect: await x = 1 | cannot assign to await expression here. Maybe you meant '==' instead of '='?
