# indexing and slicing
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


r = range(0, 100, 7)
print(r[3], r[-1], r[1:4], r[::-1], r[::2], r[5:100], list(r[-2:]), r[10:2])
# expect: 21 98 range(7, 28, 7) range(98, -7, -7) range(0, 105, 14) range(35, 105, 7) [91, 98] range(70, 14, 7)
attempt(lambda: r[50])  # expect: IndexError: range object index out of range
attempt(lambda: r["x"])  # expect: TypeError: range indices must be integers or slices, not str
attempt(lambda: r[-16])  # expect: IndexError: range object index out of range
