# uncaught unpacking and subscript assignment
table = {"row": [1, 2, 3]}
first, second, third = table["row"]
table["row"][first + second] = first
# raises: IndexError: list assignment index out of range
# traceback: Traceback (most recent call last):
# traceback:   File "uncaught-unpacking-and-subscript-assignment.py", line 4, in <module>
# traceback:     table["row"][first + second] = first
# traceback:     ~~~~~~~~~~~~^^^^^^^^^^^^^^^^
# traceback: IndexError: list assignment index out of range
