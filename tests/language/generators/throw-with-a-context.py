# throw with a context
def g():
    try:
        yield
    except KeyError as e:
        raise ValueError("converted") from e


it = g()
next(it)
try:
    it.throw(KeyError("k"))
except ValueError as e:
    print(repr(e), repr(e.__cause__))  # expect: ValueError('converted') KeyError('k')


def h():
    try:
        raise OSError("first")
    except OSError:
        yield "in handler"


it = h()
print(next(it))  # expect: in handler
try:
    it.throw(TypeError("second"))
except TypeError as e:
    print(repr(e.__context__))  # expect: OSError('first')
