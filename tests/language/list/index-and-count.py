# index and count
# python: 3.14
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


a = [1, 2, 1, 3, 1.0, True]
print(a.count(1), a.index(1), a.index(1, 1), a.index(3, -4), a.index(1, 3, 6), a.count("x"))
# expect: 4 0 2 3 4 0
attempt(a.index, 9)  # expect: ValueError: list.index(x): x not in list
attempt(a.index, 3, 0, 2)  # expect: ValueError: list.index(x): x not in list
attempt([].index, [])  # expect: ValueError: list.index(x): x not in list
