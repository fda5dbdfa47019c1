# uncaught error in a lambda in a sort key
rows = [("a", 3), ("b", None), ("c", 1)]
rows.sort(key=lambda row: row[1] + 1)
# raises: TypeError: unsupported operand type(s) for +: 'NoneType' and 'int'
# traceback: Traceback (most recent call last):
# traceback:   File "uncaught-error-in-a-lambda-in-a-sort-key.py", line 3, in <module>
# traceback:     rows.sort(key=lambda row: row[1] + 1)
# traceback:     ~~~~~~~~~^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# traceback:   File "uncaught-error-in-a-lambda-in-a-sort-key.py", line 3, in <lambda>
# traceback:     rows.sort(key=lambda row: row[1] + 1)
# traceback:                               ~~~~~~~^~~
# traceback: TypeError: unsupported operand type(s) for +: 'NoneType' and 'int'
