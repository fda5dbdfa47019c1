# uncaught import error
import math.nothing
# raises: ModuleNotFoundError: No module named 'math.nothing'; 'math' is not a package
# traceback: Traceback (most recent call last):
# traceback:   File "uncaught-import-error.py", line 2, in <module>
# traceback:     import math.nothing
# traceback: ModuleNotFoundError: No module named 'math.nothing'; 'math' is not a package
