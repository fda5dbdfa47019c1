# exec and eval with namespaces
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


ns = {"a": 2}
exec("b = a * 21\ndef f(): return b", ns)
print(ns["b"], ns["f"](), eval("a + b", ns), eval("x + y", {"x": 1}, {"y": 2}), sorted(k for k in ns if not k.startswith("__")))
# expect: 42 42 44 3 ['a', 'b', 'f']


def f():
    v = 5
    return eval("v * 2"), eval("[v for _ in range(2)]", {"v": 1})


print(f())  # expect: (10, [1, 1])
exec("made = 1")
print(made, eval(" 1 + 1 "), eval(compile("3*4", "<s>", "eval")))  # expect: 1 2 12
attempt(eval, "1 +")  # expect: SyntaxError: invalid syntax (<string>, line 1)
attempt(eval, "x = 1")  # expect: SyntaxError: invalid syntax (<string>, line 1)
attempt(exec, 5)  # expect: TypeError: exec() arg 1 must be a string, bytes or code object
attempt(eval, "undefined_name_here")  # expect: NameError: name 'undefined_name_here' is not defined
attempt(eval, "1", 5)  # expect: TypeError: globals must be a dict
