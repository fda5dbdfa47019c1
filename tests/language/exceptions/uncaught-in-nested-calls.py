# uncaught in nested calls
# python: 3.14
def a(x):
    return b(x) + 1


def b(x):
    return 10 // x


a(0)
# raises: ZeroDivisionError: division by zero
# traceback: Traceback (most recent call last):
# traceback:   File "uncaught-in-nested-calls.py", line 11, in <module>
# traceback:     a(0)
# traceback:     ~^^^
# traceback:   File "uncaught-in-nested-calls.py", line 4, in a
# traceback:     return b(x) + 1
# traceback:            ~^^^
# traceback:   File "uncaught-in-nested-calls.py", line 8, in b
# traceback:     return 10 // x
# traceback:            ~~~^^~~
# traceback: ZeroDivisionError: division by zero
