# a running generator cannot be entered again
def g():
    yield 1
    try:
        next(me)
    except ValueError as error:
        yield str(error)
    try:
        me.send(1)
    except ValueError as error:
        yield str(error)
    try:
        me.close()
    except ValueError as error:
        yield str(error)
    yield from me


me = g()
print(next(me), next(me), next(me), next(me))
# expect: 1 generator already executing generator already executing generator already executing
try:
    next(me)
except ValueError as error:
    print(error)  # expect: generator already executing
print(list(me))  # expect: []
