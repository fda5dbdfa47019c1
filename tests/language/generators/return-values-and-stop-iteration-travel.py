# return values and stop iteration travel
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except BaseException as error:
        print(f"{type(error).__name__}: {error}")


def g():
    x = yield 1
    return ("returned", x)


def outer():
    result = yield from g()
    print("result", result)
    try:
        yield from iter([5])
        return result
    finally:
        print("cleanup")


o = outer()
print(next(o), o.send("sent"))
# expect: result ('returned', 'sent')
# expect: 1 5
attempt(next, o)
# expect: cleanup
# expect: StopIteration: ('returned', 'sent')
attempt(next, o)  # expect-json: "StopIteration: "
def raises_stop():
    yield 1
    raise StopIteration("inside")
r = raises_stop()
next(r)
attempt(next, r)  # expect: RuntimeError: generator raised StopIteration
def stop_tuple():
    return (1, 2)
    yield
attempt(next, stop_tuple())  # expect: StopIteration: (1, 2)
class Delegate:
    def __iter__(self):
        return self
    def __next__(self):
        raise StopIteration("value")
def d():
    return (yield from Delegate())
attempt(next, d())  # expect: StopIteration: value
def closing():
    try:
        yield 1
    except GeneratorExit:
        print("closing")
        return "from close"
c = closing()
next(c)
print(c.close(), c.close())
# expect: closing
# expect: from close None
attempt(lambda: closing().send(5))  # expect: TypeError: can't send non-None value to a just-started generator
attempt(lambda: closing().throw(KeyError("early")))  # expect: KeyError: 'early'
gen = (x for x in [1, 2, 3] if x > 1)
print(gen.gi_frame is not None, next(gen), list(gen), gen.gi_frame, gen.__name__)
# expect: True 2 [3] None <genexpr>
