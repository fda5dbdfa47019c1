# contextlib helpers work together
import contextlib


@contextlib.contextmanager
def tag(name, swallow=()):
    print("open", name)
    try:
        yield name.upper()
    except swallow as error:
        print("swallowed", error)
    finally:
        print("close", name)


with tag("a") as a, tag("b", ValueError) as b:
    print(a, b)
    raise ValueError("v")
# expect: open a
# expect: open b
# expect: A B
# expect: swallowed v
# expect: close b
# expect: close a
with contextlib.ExitStack() as stack:
    names = [stack.enter_context(tag(n)) for n in "xy"]
    stack.callback(print, "callback", names)
# expect: open x
# expect: open y
# expect: callback ['X', 'Y']
# expect: close y
# expect: close x
with contextlib.suppress(KeyError):
    {}["missing"]
@tag("decorated")
def f():
    return "result"
print(f(), f())
# expect: open decorated
# expect: close decorated
# expect: open decorated
# expect: close decorated
# expect: result result
try:
    with tag("stop"):
        raise StopIteration("inside")
except StopIteration as error:
    print("out", error)
# expect: open stop
# expect: close stop
# expect: out inside
@contextlib.contextmanager
def bad():
    yield 1
    yield 2
try:
    with bad():
        pass
except RuntimeError as error:
    print(error)  # expect: generator didn't stop
class Closing:
    def close(self):
        print("closed")
with contextlib.closing(Closing()), contextlib.nullcontext(5) as n:
    print(n)
# expect: 5
# expect: closed
