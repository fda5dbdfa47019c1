# index errors
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


a = [1, 2]
attempt(lambda: a[2])  # expect: IndexError: list index out of range
attempt(lambda: a[-3])  # expect: IndexError: list index out of range
attempt(lambda: a["x"])  # expect: TypeError: list indices must be integers or slices, not str
attempt(lambda: a[1.5])  # expect: TypeError: list indices must be integers or slices, not float
attempt(lambda: a[None])  # expect: TypeError: list indices must be integers or slices, not NoneType
attempt(lambda: a[1, 2])  # expect: TypeError: list indices must be integers or slices, not tuple
attempt(a.__setitem__, 5, 1)  # expect: IndexError: list assignment index out of range
attempt(a.__delitem__, 5)  # expect: IndexError: list assignment index out of range
attempt(lambda: a[10**30])  # expect: IndexError: cannot fit 'int' into an index-sized integer
