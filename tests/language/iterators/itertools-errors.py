# itertools errors
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


from itertools import islice, count, repeat, batched, product, combinations, accumulate, permutations

attempt(islice, [1], -1)
# expect: ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
attempt(islice, [1], "x")
# expect: ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
attempt(count, "a")  # expect: TypeError: a number is required
attempt(repeat)  # expect: TypeError: repeat() missing required argument 'object' (pos 1)
attempt(batched, "ab", 0)  # expect: ValueError: n must be at least one
attempt(combinations, "ab", -1)  # expect: ValueError: r must be non-negative
attempt(permutations, "ab", "x")  # expect: TypeError: Expected int as r
attempt(lambda: list(accumulate([1, "a"])))
# expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
attempt(lambda: list(batched("abc", 2, strict=True)))  # expect: ValueError: batched(): incomplete batch
attempt(lambda: product(5))  # expect: TypeError: 'int' object is not iterable
