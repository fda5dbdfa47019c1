# exception in finally replaces the first
def f():
    try:
        raise ValueError("first")
    finally:
        raise KeyError("second")


try:
    f()
except KeyError as e:
    print(repr(e), repr(e.__context__))  # expect: KeyError('second') ValueError('first')


def g():
    for i in range(3):
        try:
            1 / 0
        except ZeroDivisionError:
            try:
                [][i]
            except IndexError as e:
                yield type(e.__context__).__name__
            finally:
                yield "finally"


print(list(g()))
# expect: ['ZeroDivisionError', 'finally', 'ZeroDivisionError', 'finally', 'ZeroDivisionError', 'finally']
