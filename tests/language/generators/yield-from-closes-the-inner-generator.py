# yield from closes the inner generator
def inner():
    try:
        yield 1
    except GeneratorExit:
        print("inner exit")
        raise
    finally:
        print("inner finally")


def outer():
    try:
        yield from inner()
    finally:
        print("outer finally")


it = outer()
next(it)
it.close()
# expect: inner exit
# expect: inner finally
# expect: outer finally
