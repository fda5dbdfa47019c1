# compile(flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT): evaluating such code gives a coroutine
import ast


class Ready:
    def __init__(self, v):
        self.v = v

    def __await__(self):
        return self.v
        yield


async def numbers():
    yield 1
    yield 2


def run(code, names):
    co = eval(code, names)
    try:
        co.send(None)
    except StopIteration as e:
        return type(co).__name__, e.value


names = {"Ready": Ready, "numbers": numbers}
flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
print(run(compile("x = await Ready(5)\ny = [n async for n in numbers()]", "?", "exec", flags), names))
# expect: ('coroutine', None)
print(names["x"], names["y"])  # expect: 5 [1, 2]
print(run(compile("await Ready(6)", "?", "eval", flags), names))  # expect: ('coroutine', 6)
print(run(compile(ast.parse("z = await Ready(7)"), "?", "exec", flags), names), names["z"])
# expect: ('coroutine', None) 7
print(bool(compile("1", "?", "exec", flags).co_flags & 0x80))  # expect: False
try:
    compile("await x", "?", "exec")
except SyntaxError as e:
    print(e.msg)  # expect: 'await' outside function
