# contextlib tools
from contextlib import contextmanager, suppress, closing, nullcontext, ExitStack, redirect_stdout
import io


@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name
    except ValueError as e:
        print("handled", e)
    finally:
        print(f"</{name}>")


with tag("b") as t:
    print(t)
# expect: <b>
# expect: b
# expect: </b>
with tag("i"):
    raise ValueError("v")
# expect: <i>
# expect: handled v
# expect: </i>
with suppress(KeyError, IndexError):
    [][1]
with nullcontext(5) as n, redirect_stdout(io.StringIO()) as out:
    print("captured", n)
print(repr(out.getvalue()))  # expect: 'captured 5\n'


@tag("deco")
def f():
    print("in f")


f()
# expect: <deco>
# expect: in f
# expect: </deco>
