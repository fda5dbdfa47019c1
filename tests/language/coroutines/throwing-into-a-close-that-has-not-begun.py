# an exception thrown into aclose() or athrow() before they begin goes into the generator; they cannot be used again
async def numbers():
    try:
        yield 1
        yield 2
    finally:
        print("finally")


def show(function, *args):
    try:
        print(function(*args))
    except BaseException as e:
        print(type(e).__name__, e)


for make in lambda g: g.aclose(), lambda g: g.athrow(KeyError):
    g = numbers()
    awaitable = make(g)
    show(awaitable.throw, ValueError("fresh"))
    show(awaitable.send, None)
    show(awaitable.throw, ValueError("again"))
    show(make(g).send, None)

    g = numbers()
    show(g.asend(None).send, None)
    awaitable = make(g)
    show(awaitable.throw, ValueError("begun"))
    show(awaitable.send, None)

    g = numbers()
    show(g.asend(None).send, None)
    show(make(g).throw, GeneratorExit)

    g = numbers()
    show(g.aclose().send, None)
    show(make(g).throw, ValueError("closed"))
    show(make(g).send, 5)
# expect: ValueError fresh
# expect: RuntimeError cannot reuse already awaited aclose()/athrow()
# expect: RuntimeError cannot reuse already awaited aclose()/athrow()
# expect-json: "StopIteration "
# expect: StopIteration 1
# expect: finally
# expect: ValueError begun
# expect: RuntimeError cannot reuse already awaited aclose()/athrow()
# expect: StopIteration 1
# expect: finally
# expect-json: "StopIteration "
# expect-json: "StopIteration "
# expect: ValueError closed
# expect-json: "StopIteration "
# expect: ValueError fresh
# expect: RuntimeError cannot reuse already awaited aclose()/athrow()
# expect: RuntimeError cannot reuse already awaited aclose()/athrow()
# expect-json: "StopIteration "
# expect: StopIteration 1
# expect: finally
# expect: ValueError begun
# expect: RuntimeError cannot reuse already awaited aclose()/athrow()
# expect: StopIteration 1
# expect: finally
# expect-json: "GeneratorExit "
# expect-json: "StopIteration "
# expect: ValueError closed
# expect-json: "StopIteration "
