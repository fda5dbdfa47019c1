# exec runs one code object with many globals
code = compile("x = base * 2\ndef f():\n    return base + x\nclass C:\n    y = base\nresult = [f() for _ in range(50)][-1], C.y, len(str(base))", "<c>", "exec")
spaces = []
for base in (1, 10, 100):
    space = {"base": base}
    exec(code, space)
    spaces.append(space)
print([s["result"] for s in spaces])  # expect: [(3, 1, 1), (30, 10, 2), (300, 100, 3)]
for _ in range(30):
    for s in spaces:
        exec(code, s)
spaces[0]["base"] = 7
print([s["f"]() for s in spaces], [s["result"] for s in spaces])
# expect: [9, 30, 300] [(3, 1, 1), (30, 10, 2), (300, 100, 3)]
import builtins
fake = {"base": 5, "__builtins__": {"len": lambda x: "fake", "str": str, "range": range, "__build_class__": builtins.__build_class__}, "__name__": "fake"}
exec(code, fake)
print(fake["result"], spaces[1]["f"](), spaces[1]["result"])  # expect: (15, 5, 'fake') 30 (30, 10, 2)
exec(code, spaces[1])
print(spaces[1]["result"])  # expect: (30, 10, 2)
fake["__builtins__"] = builtins
exec(code, fake)
print(fake["result"])  # expect: (15, 5, 1)
locals_only = {}
exec("y = base\nz = [y for _ in '1']", {"base": 3}, locals_only)
print(locals_only)  # expect: {'y': 3, 'z': [3]}
try:
    exec("print(missing)", {"__builtins__": {}})
except NameError as error:
    print(error)  # expect: name 'print' is not defined
print(eval("a + b", {"a": 1}, {"b": 2}), eval("[a for _ in range(2)]", {"a": 1}))  # expect: 3 [1, 1]
