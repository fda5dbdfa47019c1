# attributes and errors
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


r = range(1, 10, 2)
print(r.start, r.stop, r.step)  # expect: 1 10 2
attempt(range)  # expect: TypeError: range expected at least 1 argument, got 0
attempt(range, 1, 2, 0)  # expect: ValueError: range() arg 3 must not be zero
attempt(range, 1.0)  # expect: TypeError: 'float' object cannot be interpreted as an integer
attempt(range, "3")  # expect: TypeError: 'str' object cannot be interpreted as an integer
attempt(range, 1, 2, 3, 4)  # expect: TypeError: range expected at most 3 arguments, got 4
attempt(lambda: range(1, step=2))  # expect: TypeError: range() takes no keyword arguments
try:
    r.start = 5
except AttributeError as e:
    print(e)  # expect: readonly attribute
