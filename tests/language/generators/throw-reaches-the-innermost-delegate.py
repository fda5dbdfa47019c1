# throw reaches the innermost delegate
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except BaseException as error:
        print(f"{type(error).__name__}: {error}")


class It:
    def __iter__(self):
        return self

    def __next__(self):
        return "next"

    def throw(self, kind, value=None, tb=None):
        print("throw", kind if isinstance(kind, type) else repr(kind), value)
        return "thrown"

    def close(self):
        print("closed")


def g():
    yield from It()


def h():
    try:
        yield from g()
    finally:
        print("h done")


x = h()
print(next(x), x.throw(ValueError("v")), next(x))
# expect: throw ValueError('v') None
# expect: next thrown next
x.close()
# expect: closed
# expect: h done
def inner():
    while True:
        try:
            yield "inner"
        except KeyError as error:
            yield ("caught", str(error))
def middle():
    try:
        yield from inner()
    except TypeError:
        yield "middle"
m = middle()
print(next(m), m.throw(KeyError("k")), m.throw(TypeError), list(m))
# expect: inner ('caught', "'k'") middle []
attempt(lambda: m.throw(OSError("late")))  # expect: OSError: late
attempt(lambda: h().throw(5))
# expect: TypeError: exceptions must be classes or instances deriving from BaseException, not int
attempt(lambda: next(h()) and h().throw(ValueError, ValueError("x"), None) if False else "skipped")
# expect: 'skipped'
