# close runs finally blocks
def g():
    try:
        yield 1
        yield 2
    finally:
        print("cleanup")


it = g()
next(it)
print(it.close(), list(it))
# expect: cleanup
# expect: None []
print(g().close())  # expect: None


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)  # expect: generator ignored GeneratorExit


def value():
    try:
        yield 1
    except GeneratorExit:
        return "closing value"


v = value()
next(v)
print(v.close())  # expect: closing value
