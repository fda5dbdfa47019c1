# import function and modules
m = __import__("math")
print(m.__name__, m.pi == __import__("math").pi, __import__("os.path").__name__, __import__("os", fromlist=["path"]).__name__)
# expect: math True os os
try:
    __import__("no_such_module_at_all")
except ModuleNotFoundError as e:
    print(e, e.name)  # expect: No module named 'no_such_module_at_all' no_such_module_at_all
try:
    from math import nothing_here
except ImportError as e:
    print(str(e).split(" (")[0])  # expect: cannot import name 'nothing_here' from 'math'
print(__name__, __builtins__ is not None, __doc__, type(m).__name__)  # expect: __main__ True None module
