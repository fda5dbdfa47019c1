# generator cleanup with an active exception
def g():
    try:
        yield 1
    finally:
        import sys
        print("active:", repr(sys.exception()))


def f():
    it = g()
    next(it)
    raise ValueError("outer")


try:
    f()
except ValueError:
    print("handler")
# expect: handler
# expect: active: GeneratorExit()
print("after")  # expect: after
