# del forms
a, b, c, d = 1, 2, 3, 4
del a
del b, c
del (d)
print([n for n in "abcd" if n in globals()])  # expect: []
l = list(range(6))
del l[0], l[0:2], l[-1]
print(l)  # expect: [3, 4]
del [l[0]], (l[:],)
print(l)  # expect: []
try:
    del undefined
except NameError as e:
    print(e)  # expect: name 'undefined' is not defined
for source in ("del 5", "del f()", "del a + b", "del (a, 5)", "del a if b else c", "del *a", "del (yield)", "del None"):
    try:
        compile(source, "s", "exec")
    except SyntaxError as e:
        print(e.msg)
# expect: cannot delete literal
# expect: cannot delete function call
# expect: cannot delete expression
# expect: cannot delete literal
# expect: cannot delete conditional expression
# expect: cannot delete starred
# expect: cannot delete yield expression
# expect: cannot delete None
