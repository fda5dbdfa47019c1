# protocol errors
# python: 3.14
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


class Empty: pass


class BadIter:
    def __iter__(self):
        return 5


class BadIndex:
    def __index__(self):
        return "x"


class NoneIter:
    __iter__ = None
    __contains__ = None


e = Empty()
attempt(lambda: len(e))  # expect: TypeError: object of type 'Empty' has no len()
attempt(lambda: iter(e))  # expect: TypeError: 'Empty' object is not iterable
attempt(lambda: next(e))  # expect: TypeError: 'Empty' object is not an iterator
attempt(lambda: e[0])  # expect: TypeError: 'Empty' object is not subscriptable
attempt(lambda: e.__setitem__)  # expect: AttributeError: 'Empty' object has no attribute '__setitem__'
attempt(lambda: 1 in e)  # expect: TypeError: argument of type 'Empty' is not a container or iterable
attempt(lambda: reversed(e))  # expect: TypeError: 'Empty' object is not reversible
attempt(lambda: iter(BadIter()))  # expect: TypeError: iter() returned non-iterator of type 'int'
attempt(lambda: [1][BadIndex()])  # expect: TypeError: __index__ returned non-int (type str)
attempt(lambda: iter(NoneIter()))  # expect: TypeError: 'NoneIter' object is not iterable
attempt(lambda: 1 in NoneIter())  # expect: TypeError: 'NoneIter' object is not a container
attempt(lambda: [*e])  # expect: TypeError: Value after * must be an iterable, not Empty
attempt(lambda: Empty[0])  # expect: TypeError: type 'Empty' is not subscriptable
attempt(lambda: -e)  # expect: TypeError: bad operand type for unary -: 'Empty'
attempt(lambda: int(e))
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'Empty'
try:
    e[0] = 1
except TypeError as err:
    print(err)  # expect: 'Empty' object does not support item assignment
try:
    del e[0]
except TypeError as err:
    print(err)  # expect: 'Empty' object doesn't support item deletion
