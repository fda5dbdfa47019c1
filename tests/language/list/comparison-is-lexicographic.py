# comparison is lexicographic
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


print([1, 2] < [1, 3], [1] < [1, 0], [] < [0], [2] > [1, 9], [1, 2] == [1.0, 2.0], [1] == (1,), [1] != [2], [[1]] <= [[1]])
# expect: True True True True True False True True
attempt(lambda: [1] < ["a"])  # expect: TypeError: '<' not supported between instances of 'int' and 'str'
attempt(lambda: [1] < (1,))  # expect: TypeError: '<' not supported between instances of 'list' and 'tuple'
print([1, "a"] < [2, 3], [1, None] == [1, None])  # expect: True True
