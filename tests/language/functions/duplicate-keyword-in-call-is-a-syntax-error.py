# duplicate keyword in call is a syntax error
try:
    compile("f(a=1, a=2)", "x", "eval")
except SyntaxError as e:
    print(e.msg)  # expect: keyword argument repeated: a
for source in ("def f(a, a): pass", "f(a=1, 2)", "f(**k, *a)", "def f(a=1, b): pass", "def f(*): pass", "def f(a, /, b, /): pass", "f(x for x in y, 1)", "lambda a, a: 1"):
    try:
        compile(source, "x", "exec")
    except SyntaxError as e:
        print(e.msg)
# expect: duplicate argument 'a' in function definition
# expect: positional argument follows keyword argument
# expect: iterable argument unpacking follows keyword argument unpacking
# expect: parameter without a default follows parameter with a default
# expect: named arguments must follow bare *
# expect: / may appear only once
# expect: Generator expression must be parenthesized
# expect: duplicate argument 'a' in function definition
