# compile exec eval
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


code = compile("a = 1\nb = a + 1", "<test>", "exec")
ns = {}
exec(code, ns)
print(ns["b"], eval("1 + 1"), eval("x * 2", {"x": 21}), eval("y", {}, {"y": "loc"}), exec("pass"), code.co_filename, eval(compile("[i for i in range(3)]", "", "eval")))
# expect: 2 2 42 loc None <test> [0, 1, 2]
attempt(compile, "1 +", "f", "eval")  # expect: SyntaxError: invalid syntax (f, line 1)
attempt(compile, "1", "f", "wrong")  # expect: ValueError: compile() mode must be 'exec', 'eval' or 'single'
attempt(compile, 5, "f", "eval")  # expect: TypeError: compile() arg 1 must be a string, bytes or AST object
attempt(eval, "")  # expect: SyntaxError: invalid syntax (<string>, line 0)
attempt(eval, "a b")  # expect: SyntaxError: invalid syntax (<string>, line 1)
attempt(exec, "raise ValueError('x')")  # expect: ValueError: x
attempt(exec, "1", [])  # expect: TypeError: exec() globals must be a dict, not list
exec(compile("5 + 5\n", "<s>", "single"))  # expect: 10
