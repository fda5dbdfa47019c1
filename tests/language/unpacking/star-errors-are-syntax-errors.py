# star errors are syntax errors
for source in ("*a = [1]", "*a, *b = x", "a = *b", "del *a", "print(*)", "(*a)", "x = (*a)", "f(**)", "*a"):
    try:
        compile(source, "s", "exec")
        print(source, "ok")
    except SyntaxError as e:
        print(source, "|", e.msg)
# expect: *a = [1] | starred assignment target must be in a list or tuple
# expect: *a, *b = x | multiple starred expressions in assignment
# expect: a = *b | can't use starred expression here
# expect: del *a | cannot delete starred
# expect: print(*) | Invalid star expression
# expect: (*a) | cannot use starred expression here
# expect: x = (*a) | cannot use starred expression here
# expect: f(**) | invalid syntax
# expect: *a | can't use starred expression here
