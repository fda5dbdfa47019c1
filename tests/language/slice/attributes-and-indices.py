# attributes and indices
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(None), s.indices(6), slice(None, None, -1).indices(4), slice(-3, None).indices(10), slice(100, -100, -3).indices(7))
# expect: slice(1, 10, 2) 1 10 2 slice(None, 5, None) slice(None, None, None) (1, 6, 2) (3, -1, -1) (7, 10, 1) (6, -1, -3)
print(s == slice(1, 10, 2), slice(1) < slice(2), hash(slice(1, 2)) == hash(slice(1, 2)), [0, 1, 2, 3, 4][slice(1, 3)])
# expect: True True True [1, 2]
attempt(slice)  # expect: TypeError: slice expected at least 1 argument, got 0
attempt(slice(1, 2, 0).indices, 5)  # expect: ValueError: slice step cannot be zero
attempt(slice("a").indices, 5)
# expect: TypeError: slice indices must be integers or None or have an __index__ method
attempt(slice(1).indices, -1)  # expect: ValueError: length should not be negative
