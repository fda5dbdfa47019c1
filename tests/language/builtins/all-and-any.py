# all and any
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


print(all([]), any([]), all([1, "a", [0]]), all([1, 0]), any([0, "", None]), any([0, 5]), all(x < 5 for x in range(5)), any(x > 5 for x in range(5)))
# expect: True False True False False True True False
attempt(all, 5)  # expect: TypeError: 'int' object is not iterable
attempt(any)  # expect: TypeError: any() takes exactly one argument (0 given)
attempt(any, 1, 2)  # expect: TypeError: any() takes exactly one argument (2 given)
it = iter([0, 1, 2])
print(any(it), list(it))  # expect: True [2]
