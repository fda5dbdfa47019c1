# code that was compiled as a module can be called as a function: its names are the globals it was given
import types

space = {"y": 2}
module = types.FunctionType(compile("x = y + 1\ndef f(): return x\n", "m", "exec"), space)
print(module(), space["x"], space["f"]())  # expect: None 3 3
print(types.FunctionType(compile("y * 10", "m", "eval"), space)())  # expect: 20


def changed(a=1):
    return a


changed.__code__ = compile("seen = 'here'", "m", "exec")
print(changed(), seen)  # expect: None here


def loop():
    total = 0
    run = types.FunctionType(compile("y += 1", "m", "exec"), space)
    for _ in range(500):
        run()
        total += space["y"]
    return total


print(loop())  # expect: 126250


async def gives():
    return 5


import ast

code = compile("z = await gives()", "m", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
waits = types.FunctionType(code, globals())()
try:
    waits.send(None)
except StopIteration as stop:
    print(stop.value, z)  # expect: None 5
