# exit stack unwinds in reverse
from contextlib import ExitStack, contextmanager


@contextmanager
def res(n):
    print("open", n)
    yield n
    print("close", n)


with ExitStack() as stack:
    got = [stack.enter_context(res(i)) for i in range(3)]
    stack.callback(print, "callback", "arg")
    print(got)
# expect: open 0
# expect: open 1
# expect: open 2
# expect: [0, 1, 2]
# expect: callback arg
# expect: close 2
# expect: close 1
# expect: close 0
with ExitStack() as stack:
    stack.push(lambda t, v, tb: print("sees", repr(v)) or True)
    raise ValueError("x")
# expect: sees ValueError('x')
print("after")  # expect: after
