# uncaught group is printed as a tree
def f():
    raise TypeError("inner one")


errors = []
for g in (lambda: int("x"), f):
    try:
        g()
    except Exception as e:
        errors.append(e)
raise ExceptionGroup("several", errors + [ExceptionGroup("deeper", [KeyError("k")])])
# raises: ExceptionGroup: several (3 sub-exceptions)
# traceback:   + Exception Group Traceback (most recent call last):
# traceback:   |   File "uncaught-group-is-printed-as-a-tree.py", line 12, in <module>
# traceback:   |     raise ExceptionGroup("several", errors + [ExceptionGroup("deeper", [KeyError("k")])])
# traceback:   | ExceptionGroup: several (3 sub-exceptions)
# traceback:   +-+---------------- 1 ----------------
# traceback:     | Traceback (most recent call last):
# traceback:     |   File "uncaught-group-is-printed-as-a-tree.py", line 9, in <module>
# traceback:     |     g()
# traceback:     |     ~^^
# traceback:     |   File "uncaught-group-is-printed-as-a-tree.py", line 7, in <lambda>
# traceback:     |     for g in (lambda: int("x"), f):
# traceback:     |                       ~~~^^^^^
# traceback:     | ValueError: invalid literal for int() with base 10: 'x'
# traceback:     +---------------- 2 ----------------
# traceback:     | Traceback (most recent call last):
# traceback:     |   File "uncaught-group-is-printed-as-a-tree.py", line 9, in <module>
# traceback:     |     g()
# traceback:     |     ~^^
# traceback:     |   File "uncaught-group-is-printed-as-a-tree.py", line 3, in f
# traceback:     |     raise TypeError("inner one")
# traceback:     | TypeError: inner one
# traceback:     +---------------- 3 ----------------
# traceback:     | ExceptionGroup: deeper (1 sub-exception)
# traceback:     +-+---------------- 1 ----------------
# traceback:       | KeyError: 'k'
# traceback:       +------------------------------------
