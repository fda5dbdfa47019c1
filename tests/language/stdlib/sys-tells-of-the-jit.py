import sys

print(type(sys._jit), sys._jit.__name__, "sys._jit" in sys.modules)  # expect: <class 'module'> sys._jit False
for name in ("is_available", "is_enabled", "is_active"):
    function = getattr(sys._jit, name)
    print(name, type(function()), function.__module__, function.__doc__)
# expect: is_available <class 'bool'> sys._jit Return True if the current Python executable supports JIT compilation, and False otherwise.
# expect: is_enabled <class 'bool'> sys._jit Return True if JIT compilation is enabled for the current Python process (implies sys._jit.is_available()), and False otherwise.
# expect: is_active <class 'bool'> sys._jit Return True if the topmost Python frame is currently executing JIT code (implies sys._jit.is_enabled()), and False otherwise.
