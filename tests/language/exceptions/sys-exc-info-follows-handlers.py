# sys exc info follows handlers
import sys

print(sys.exc_info(), sys.exception())  # expect: (None, None, None) None
try:
    1 / 0
except ZeroDivisionError as e:
    print(sys.exception() is e, sys.exc_info()[0].__name__)  # expect: True ZeroDivisionError
    try:
        [][1]
    except IndexError as e2:
        print(sys.exception() is e2)  # expect: True
    print(sys.exception() is e)  # expect: True
print(sys.exception())  # expect: None


def gen():
    try:
        raise KeyError("g")
    except KeyError:
        yield sys.exception()
    yield sys.exception()


g = gen()
print(repr(next(g)), sys.exception(), next(g))  # expect: KeyError('g') None None
