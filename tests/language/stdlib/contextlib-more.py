# contextlib more
import contextlib


class R(contextlib.ContextDecorator):
    def __enter__(self):
        print("in")
        return self

    def __exit__(self, *a):
        print("out")


@R()
def f():
    print("body")


f()
# expect: in
# expect: body
# expect: out
with contextlib.closing(type("C", (), {"close": lambda self: print("closed")})()):
    pass
# expect: closed
with contextlib.suppress(ZeroDivisionError):
    1 / 0
with contextlib.ExitStack() as s:
    s.enter_context(R())  # expect: in
    moved = s.pop_all()
print("not yet")  # expect: not yet
moved.close()  # expect: out


class A(contextlib.AbstractContextManager):
    def __exit__(self, *a):
        return True


with A() as a:
    raise ValueError
print(type(a).__name__)  # expect: A
