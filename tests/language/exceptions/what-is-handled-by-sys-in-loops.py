# sys.exception() and sys.exc_info() in hot loops
import sys


def seen(n):
    out = []
    for i in range(n):
        out.append(sys.exception())
        try:
            if i % 3 == 0:
                raise ValueError(i)
            {}[i]
        except (ValueError, KeyError) as e:
            kind, value, tb = sys.exc_info()
            out.append((sys.exception() is e, kind.__name__, value is e, tb is e.__traceback__, tb.tb_lineno > 0))
            try:
                raise TypeError from e
            except TypeError as inner:
                out.append(sys.exception() is inner)
            out.append(sys.exception() is e)
        out.append(sys.exc_info())
    return out


found = seen(200)
print(found[:5])  # expect: [None, (True, 'ValueError', True, True, True), True, True, (None, None, None)]
print(found[-5:])  # expect: [None, (True, 'KeyError', True, True, True), True, True, (None, None, None)]


def gen():
    try:
        raise OSError
    except OSError:
        yield type(sys.exception()).__name__
        yield type(sys.exception()).__name__
    yield sys.exception()


def resumed():
    out = []
    for _ in range(60):
        try:
            raise LookupError
        except LookupError:
            g = gen()
            out.append([next(g), type(sys.exception()).__name__, next(g), type(next(g)).__name__])
    return out[-1], sys.exception()


print(resumed())  # expect: (['OSError', 'LookupError', 'OSError', 'LookupError'], None)
