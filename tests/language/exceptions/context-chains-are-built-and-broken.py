# context chains are built and broken
def chain(error):
    out = []
    while error is not None:
        out.append(f"{type(error).__name__}({error})" + (" from" if error.__cause__ else "") + (" suppressed" if error.__suppress_context__ else ""))
        error = error.__cause__ or error.__context__
    return " <- ".join(out)


def run(f):
    try:
        f()
    except BaseException as error:
        print(chain(error))


def a():
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("second")


def b():
    try:
        a()
    except ValueError as error:
        raise KeyError("third") from error


def c():
    try:
        a()
    except ValueError:
        raise KeyError("alone") from None


def d():
    try:
        raise ValueError("same")
    except ValueError as error:
        try:
            raise TypeError("other")
        except TypeError:
            raise error


def e():
    try:
        1 / 0
    finally:
        raise OSError("in finally")


def f():
    for i in range(3):
        try:
            try:
                raise ValueError(i)
            except ValueError:
                raise KeyError(i)
        except KeyError as error:
            last = error
    raise last


def g():
    error = ValueError("self")
    try:
        raise error
    except ValueError:
        raise error from error


def h():
    class E(Exception):
        def __init__(self):
            try:
                [][0]
            except IndexError as inner:
                self.inner = inner
    try:
        {}["k"]
    except KeyError:
        raise E


def gen():
    try:
        yield
    except ValueError:
        raise TypeError("from generator")


def i():
    it = gen()
    next(it)
    try:
        1 / 0
    except ZeroDivisionError:
        it.throw(ValueError("thrown"))


for function in (a, b, c, d, e, f, h, i):
    run(function)
# expect: ValueError(second) <- ZeroDivisionError(division by zero)
# expect: KeyError('third') from suppressed <- ValueError(second) <- ZeroDivisionError(division by zero)
# expect: KeyError('alone') suppressed <- ValueError(second) <- ZeroDivisionError(division by zero)
# expect: ValueError(same) <- TypeError(other)
# expect: OSError(in finally) <- ZeroDivisionError(division by zero)
# expect: KeyError(2) <- ValueError(2)
# expect: E() <- KeyError('k')
# expect: TypeError(from generator) <- ValueError(thrown)
try:
    g()
except ValueError as error:
    print(error.__cause__ is error, error.__context__)  # expect: True None
try:
    raise ValueError from 5
except TypeError as error:
    print(error)  # expect: exception causes must derive from BaseException
