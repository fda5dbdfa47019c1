# globals may be a dict with a missing method
class Globals(dict):
    def __missing__(self, key):
        if key.startswith("no"):
            raise KeyError(key)
        return "made " + key


space = Globals(print=print, __build_class__=__build_class__, __name__="m")
exec("print(a)\\ndef f():\\n    return b\\nprint(f())\\nclass C:\\n    def m(self):\\n        return other\\nprint(C().m())", space)
# raises: SyntaxError: unexpected character after line continuation character
try:
    exec("class D:\\n    z = q", space)
except NameError as error:
    print(error)
for _ in range(20):
    space["f"]()
space["b"] = "set"
print(space["f"]())
del space["b"]
print(space["f"]())
for source in ("nothing", "def f(): return nope\nf()"):
    try:
        exec(source, Globals())
    except NameError as error:
        print(error, error.name)
