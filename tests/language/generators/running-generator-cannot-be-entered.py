# running generator cannot be entered
def g():
    try:
        next(it)
    except ValueError as e:
        yield str(e)


it = g()
print(next(it))  # expect: generator already executing


def h():
    yield from it2


it2 = h()
try:
    next(it2)
except ValueError as e:
    print(e)  # expect: generator already executing
