# stop iteration inside a generator becomes a runtime error
def g():
    yield 1
    raise StopIteration("early")


it = g()
print(next(it))  # expect: 1
try:
    next(it)
except RuntimeError as e:
    print(e, repr(e.__cause__))  # expect: generator raised StopIteration StopIteration('early')


def h():
    yield next(iter([]))


try:
    list(h())
except RuntimeError as e:
    print(e)  # expect: generator raised StopIteration
