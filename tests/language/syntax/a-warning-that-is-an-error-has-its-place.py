import warnings
with warnings.catch_warnings():
    warnings.simplefilter('error', SyntaxWarning)
    for text in ('a is 1', 'assert (1, "x")', '"a"()', 'x = [1][1,2]', '(1)[0]', '[1]\\\n.a; {}(1)'):
        try:
            compile(text, 'f.py', 'exec')
        except SyntaxError as e:
            print(e, e.lineno, e.offset, e.end_lineno, e.end_offset, e.text)
# expect: "is" with 'int' literal. Did you mean "=="? (f.py, line 1) 1 1 1 7 None
# expect: assertion is always true, perhaps remove parentheses? (f.py, line 1) 1 1 1 16 None
# expect: 'str' object is not callable; perhaps you missed a comma? (f.py, line 1) 1 1 1 4 None
# expect: list indices must be integers or slices, not tuple; perhaps you missed a comma? (f.py, line 1) 1 5 1 8 None
# expect: 'int' object is not subscriptable; perhaps you missed a comma? (f.py, line 1) 1 2 1 3 None
# expect: 'dict' object is not callable; perhaps you missed a comma? (f.py, line 2) 2 5 2 7 None
