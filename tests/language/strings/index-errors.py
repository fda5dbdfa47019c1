# index errors
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


s = "abc"
attempt(lambda: s[3])  # expect: IndexError: string index out of range
attempt(lambda: s[-4])  # expect: IndexError: string index out of range
attempt(lambda: s["x"])  # expect: TypeError: string indices must be integers, not 'str'
attempt(lambda: s[1.0])  # expect: TypeError: string indices must be integers, not 'float'
attempt(lambda: s[::0])  # expect: ValueError: slice step cannot be zero
attempt(lambda: s[None])  # expect: TypeError: string indices must be integers, not 'NoneType'
try:
    s[0] = "x"
except TypeError as e:
    print(e)  # expect: 'str' object does not support item assignment
try:
    del s[0]
except TypeError as e:
    print(e)  # expect: 'str' object doesn't support item deletion
