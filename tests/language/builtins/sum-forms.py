# sum forms
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


print(sum([1, 2, 3]), sum([1.5, 2]), sum([], 10), sum([[1], [2]], []), sum((1, 2), start=5), sum([True, True]), sum([1j, 2]), sum({1: 0, 2: 0}), sum([10**30, -(10**30), 1]))
# expect: 6 3.5 10 [1, 2] 8 2 (2+1j) 3 1
attempt(sum, ["a"])  # expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
attempt(sum, ["a"], "")  # expect: TypeError: sum() can't sum strings [use ''.join(seq) instead]
attempt(sum, [b"a"], b"")  # expect: TypeError: sum() can't sum bytes [use b''.join(seq) instead]
attempt(sum, 5)  # expect: TypeError: 'int' object is not iterable
attempt(sum)  # expect: TypeError: sum() takes at least 1 positional argument (0 given)
attempt(sum, [[1]])  # expect: TypeError: unsupported operand type(s) for +: 'int' and 'list'
