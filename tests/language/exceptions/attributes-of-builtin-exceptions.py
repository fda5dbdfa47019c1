# attributes of builtin exceptions
import errno

print(StopIteration(5).value, StopIteration().value, SystemExit(3).code, SystemExit().code, SystemExit(1, 2).code)
# expect: 5 None 3 None (1, 2)
o = OSError(errno.EACCES, "Denied", "f.txt")
print(type(o).__name__, o.errno == errno.EACCES, o.strerror, o.filename, isinstance(OSError(errno.EEXIST, "x"), FileExistsError), isinstance(OSError(errno.ENOENT, "x"), FileNotFoundError), IOError is OSError)
# expect: PermissionError True Denied f.txt True True True
i = ImportError("msg", name="mod", path="/p")
print(i.msg, i.name, i.path)  # expect: msg mod /p
try:
    {}.x
except AttributeError as e:
    print(e.name, e.obj)  # expect: x {}
try:
    {}["q"]
except KeyError as e:
    print(e.args, str(e))  # expect: ('q',) 'q'
try:
    int("z")
except ValueError as e:
    print(e.args)  # expect: ("invalid literal for int() with base 10: 'z'",)
