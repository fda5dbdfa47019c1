# membership and search
# python: 3.14
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


r = range(0, 100, 7)
print(14 in r, 15 in r, 98 in r, 105 in r, 14.0 in r, "x" in r, -7 in r, r.index(21), r.count(21), r.count(22), True in range(2), 10**20 in range(0, 10**21, 10))
# expect: True False True False True False False 3 1 0 True True
attempt(r.index, 22)  # expect: ValueError: range.index(x): x not in range
attempt(r.index, "a")  # expect: ValueError: sequence.index(x): x not in sequence
