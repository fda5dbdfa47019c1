# errors
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


t = (1, 2)
attempt(lambda: t[5])  # expect: IndexError: tuple index out of range
attempt(lambda: t["a"])  # expect: TypeError: tuple indices must be integers or slices, not str
attempt(t.index, 9)  # expect: ValueError: tuple.index(x): x not in tuple
attempt(lambda: t + [1])  # expect: TypeError: can only concatenate tuple (not "list") to tuple
attempt(lambda: t < [1])  # expect: TypeError: '<' not supported between instances of 'tuple' and 'list'
attempt(hash, ([],))  # expect: TypeError: unhashable type: 'list'
attempt(tuple, 5)  # expect: TypeError: 'int' object is not iterable
try:
    t[0] = 1
except TypeError as e:
    print(e)  # expect: 'tuple' object does not support item assignment
try:
    del t[0]
except TypeError as e:
    print(e)  # expect: 'tuple' object doesn't support item deletion
t += (3,)
print(t)  # expect: (1, 2, 3)
