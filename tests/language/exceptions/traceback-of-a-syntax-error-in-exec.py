# traceback of a syntax error in exec
exec("x = 1\ny = = 2\n")
# raises: SyntaxError: invalid syntax
# traceback: Traceback (most recent call last):
# traceback:   File "traceback-of-a-syntax-error-in-exec.py", line 2, in <module>
# traceback:     exec("x = 1\ny = = 2\n")
# traceback:     ~~~~^^^^^^^^^^^^^^^^^^^^
# traceback:   File "<string>", line 2
# traceback:     y = = 2
# traceback:         ^
# traceback: SyntaxError: invalid syntax
